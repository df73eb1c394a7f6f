namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>The level of a signal over time, in windows of 20 ms. An incomplete window at the end is dropped.</summary>
/// <param name="Powers">Mean square of each window.</param>
/// <param name="WindowLength">Samples.</param>
internal sealed record LevelTrack(IReadOnlyList<double> Powers, int WindowLength)
{
    private const double Seconds = 0.02;

    /// <summary>Windows that are quieter than this, relative to the loudest, are pauses or hum and do not count as speech.</summary>
    private const double Pauses = -20;

    public static LevelTrack Of(MonoSignal signal)
    {
        var length = Math.Max(1, (int)(signal.SampleRate * Seconds));
        var powers = new double[signal.Samples.Length / length];
        for (var i = 0; i < powers.Length; i++)
        {
            powers[i] = PowerOf(signal.Samples.AsSpan(i * length, length));
        }

        return new LevelTrack(powers, length);
    }

    /// <summary>Mean square; 0 without samples.</summary>
    public static double PowerOf(ReadOnlySpan<float> samples)
    {
        var sum = 0d;
        foreach (var sample in samples)
        {
            sum += sample * (double)sample;
        }

        return samples.IsEmpty ? 0 : sum / samples.Length;
    }

    /// <summary>Mean square of the speech without its pauses; 0 for silence.</summary>
    public double SpeechPower()
    {
        var threshold = Powers.DefaultIfEmpty().Max() * Math.Pow(10, Pauses / 10);
        return threshold > 0 ? Powers.Where(power => power >= threshold).Average() : 0;
    }
}
