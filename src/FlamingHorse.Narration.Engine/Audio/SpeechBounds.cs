namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>
/// First and one-past-last sample that is less than 45 dB under a clip's own peak. A fixed threshold would make the duration follow the
/// level.
/// </summary>
internal readonly record struct SpeechBounds(int Start, int End)
{
    public const double Threshold = -45;

    public int Length => End - Start;

    /// <summary>Empty for silence.</summary>
    public static SpeechBounds Of(ReadOnlySpan<float> samples)
    {
        var threshold = Peak(samples) * (float)Decibels.ToAmplitude(Threshold);
        if (threshold <= 0)
        {
            return default;
        }

        var start = 0;
        while (MathF.Abs(samples[start]) < threshold)
        {
            start++;
        }

        var end = samples.Length;
        while (MathF.Abs(samples[end - 1]) < threshold)
        {
            end--;
        }

        return new SpeechBounds(start, end);
    }

    public static float Peak(ReadOnlySpan<float> samples)
    {
        var peak = 0f;
        foreach (var sample in samples)
        {
            peak = MathF.Max(peak, MathF.Abs(sample));
        }

        return peak;
    }
}
