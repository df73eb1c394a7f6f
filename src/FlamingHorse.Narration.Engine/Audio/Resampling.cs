namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>Another rate for the same sound, by interpolation with a windowed sinc. Pure: every machine makes the same samples.</summary>
public static class Resampling
{
    // Zero crossings on each side; with this window what lies beyond the band is below the noise of 16 bits for speech.
    private const int Crossings = 24;

    /// <param name="signal">As it is.</param>
    /// <param name="rate">Hz.</param>
    /// <param name="length">Samples to make: what the timeline has room for.</param>
    public static MonoSignal To(MonoSignal signal, int rate, int length)
    {
        var step = signal.SampleRate / (double)rate;
        // Going down, the band ends at the new rate's half.
        var band = Math.Min(1, 1 / step);
        var reach = Crossings / band;
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            var at = i * step;
            var first = Math.Max(0, (int)Math.Ceiling(at - reach));
            var last = Math.Min(signal.Samples.Length - 1, (int)Math.Floor(at + reach));
            var sum = 0d;
            for (var k = first; k <= last; k++)
            {
                sum += signal.Samples[k] * Kernel((at - k) * band);
            }

            samples[i] = (float)(sum * band);
        }

        return new(samples, rate);
    }

    private static double Kernel(double x)
    {
        if (Math.Abs(x) < 1e-9)
        {
            return 1;
        }

        var turn = Math.PI * x;
        return Math.Sin(turn) / turn * (0.5 + (0.5 * Math.Cos(turn / Crossings)));
    }
}
