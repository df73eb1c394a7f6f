namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>
/// Brings a finished clip to the project's level when it is placed where it is heard. What the store keeps is never changed by it, so
/// another
/// level needs no voice. Pure.
/// </summary>
public static class ClipLevel
{
    /// <summary>dBFS.</summary>
    internal const double HighestPeak = -1;

    /// <summary>dB below which nothing is done: takes that older packages stored at the project's level stay byte for byte.</summary>
    private const double LeastGain = 0.05;

    /// <summary>Speech shorter than this has no block to gate: its level is the plain RMS.</summary>
    internal const double ShortestMeasured = 0.4;

    /// <summary>The clip at the level.</summary>
    /// <param name="wav">A stored take.</param>
    /// <param name="speechStart">First sample of speech.</param>
    /// <param name="speechEnd">One past the last sample of speech.</param>
    /// <param name="target">LUFS to reach unless the peak would pass −1 dBFS; null leaves the level alone.</param>
    /// <returns>The file, and the gain in dB; the very same array and 0 where nothing had to be done.</returns>
    /// <exception cref="WavFormatException">It is no WAV that can be read.</exception>
    public static (byte[] Wav, double Gain) Apply(byte[] wav, long speechStart, long speechEnd, double? target)
    {
        if (target is not { } level)
        {
            return (wav, 0);
        }

        var signal = WavFile.Read(wav);
        var gain = GainTo(level, signal, speechStart, speechEnd);
        if (gain == 0)
        {
            return (wav, 0);
        }

        var factor = Decibels.ToAmplitude(gain);
        return (WavFile.Write(signal with { Samples = Array.ConvertAll(signal.Samples, sample => (float)(sample * factor)) }), gain);
    }

    /// <summary>
    /// The loudness of a clip, LUFS: gated where its speech is long enough, else the RMS of the speech; null for silence.
    /// </summary>
    /// <param name="signal">The whole clip.</param>
    /// <param name="speechStart">First sample of speech.</param>
    /// <param name="speechEnd">One past the last sample of speech.</param>
    public static double? Measure(MonoSignal signal, long speechStart, long speechEnd)
    {
        var start = (int)Math.Clamp(speechStart, 0, signal.Samples.Length);
        var end = (int)Math.Clamp(speechEnd, start, signal.Samples.Length);
        var isMeasured = end - start >= signal.SampleRate * ShortestMeasured;
        return (isMeasured ? IntegratedLoudness.Measure(signal.Samples, signal.SampleRate) : null)
            ?? Rms(signal.Samples.AsSpan(start, end - start));
    }

    private static double GainTo(double target, MonoSignal signal, long speechStart, long speechEnd)
    {
        if (Measure(signal, speechStart, speechEnd) is not { } loudness)
        {
            return 0;
        }

        var gain = Math.Min(target - loudness, HighestPeak - Decibels.FromAmplitude(SpeechBounds.Peak(signal.Samples)));
        return Math.Abs(gain) < LeastGain ? 0 : gain;
    }

    private static double? Rms(ReadOnlySpan<float> samples)
    {
        var sum = 0d;
        foreach (var sample in samples)
        {
            sum += sample * (double)sample;
        }

        return sum > 0 ? Decibels.FromPower(sum / samples.Length) : null;
    }
}
