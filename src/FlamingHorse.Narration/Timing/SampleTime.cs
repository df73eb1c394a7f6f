namespace FlamingHorse.Narration.Timing;

/// <summary>Between samples, which are exact, and time in ticks of 100 ns, which is the nearest to them.</summary>
internal static class SampleTime
{
    /// <summary>The nearest tick, halves up. Whole seconds are split off first, so that no product overflows.</summary>
    public static TimeSpan ToTime(long samples, int sampleRate)
    {
        var seconds = samples / sampleRate;
        var rest = samples % sampleRate;
        return new TimeSpan(
            checked((seconds * TimeSpan.TicksPerSecond) + (((rest * TimeSpan.TicksPerSecond) + (sampleRate / 2)) / sampleRate))
        );
    }

    /// <summary>The nearest sample, halves up. For rates under 5 MHz this undoes <see cref="ToTime"/> exactly.</summary>
    public static long ToSamples(TimeSpan time, int sampleRate)
    {
        var seconds = time.Ticks / TimeSpan.TicksPerSecond;
        var rest = time.Ticks % TimeSpan.TicksPerSecond;
        return checked((seconds * sampleRate) + (((rest * sampleRate) + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond));
    }
}
