namespace FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

/// <summary>Rows of a spectrogram at equal steps of pitch as heard (mel), from 0 Hz to half the sample rate.</summary>
internal sealed class MelBands
{
    private readonly (int First, int End)[] _bins;

    public MelBands(int bands, int transformSize, int sampleRate)
    {
        var top = Mel(sampleRate / 2d);
        var binsPerHertz = transformSize / (double)sampleRate;
        _bins = new (int, int)[bands];
        for (var band = 0; band < bands; band++)
        {
            var first = (int)Math.Round(Hertz(top * band / bands) * binsPerHertz);
            var end = (int)Math.Round(Hertz(top * (band + 1) / bands) * binsPerHertz);
            // Low bands are narrower than a bin and share it.
            _bins[band] = (first, Math.Min(Math.Max(end, first + 1), transformSize / 2 + 1));
        }
    }

    public int Count => _bins.Length;

    /// <summary>The strongest power of each band, from powers by frequency.</summary>
    public void Fold(ReadOnlySpan<float> powers, Span<float> bands)
    {
        for (var band = 0; band < _bins.Length; band++)
        {
            var strongest = 0f;
            foreach (var power in powers[_bins[band].First.._bins[band].End])
            {
                strongest = Math.Max(strongest, power);
            }

            bands[band] = strongest;
        }
    }

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + hertz / 700);

    private static double Hertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
