namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>From what an engine made to what is stored: trim, head and tail of exact length, fades, level. Pure.</summary>
public static class PostProcessing
{
    private const double HeadSeconds = 0.100;
    private const double TailSeconds = 0.200;
    private const double FadeSeconds = 0.005;
    private const double HighestPeak = -1;

    /// <summary>Speech shorter than this has no block to gate: its level is the plain RMS.</summary>
    private const double ShortestMeasured = 0.4;

    /// <summary>Applies all steps to a clip that is not silent.</summary>
    /// <param name="signal">As the engine made it, any rate.</param>
    /// <param name="loudness">LUFS to reach unless the peak would pass −1 dBFS; null leaves the level alone.</param>
    public static ProcessedClip Apply(MonoSignal signal, double? loudness) => Apply(signal, loudness, SpeechBounds.Of(signal.Samples));

    /// <summary>The same, framed by bounds that the engine knows: lengths must not depend on how a processor rounds a level.</summary>
    internal static ProcessedClip Apply(MonoSignal signal, double? loudness, SpeechBounds speech)
    {
        var rate = signal.SampleRate;
        var head = (int)Math.Round(rate * HeadSeconds);
        var tail = (int)Math.Round(rate * TailSeconds);

        // The room before and after the speech stays where there is some; silence makes up the rest.
        var from = Math.Max(0, speech.Start - head);
        var to = Math.Min(signal.Samples.Length, speech.End + tail);
        var kept = new float[head + speech.Length + tail];
        var sound = kept.AsSpan(head - (speech.Start - from), to - from);
        signal.Samples.AsSpan(from, to - from).CopyTo(sound);
        Fade(sound, (int)Math.Round(rate * FadeSeconds));

        var isMeasured = speech.Length >= rate * ShortestMeasured;
        var spoken = kept.AsSpan(head, speech.Length);
        if (loudness is { } target && Level(kept, spoken, rate, isMeasured) is { } level)
        {
            Scale(kept, Math.Min(Decibels.ToAmplitude(target - level), Decibels.ToAmplitude(HighestPeak) / SpeechBounds.Peak(kept)));
        }

        return new ProcessedClip(
            new MonoSignal(kept, rate),
            head,
            head + speech.Length,
            isMeasured ? IntegratedLoudness.Measure(kept, rate) : null,
            Decibels.FromAmplitude(SpeechBounds.Peak(kept))
        )
        {
            Trimmed = speech.Start - head,
        };
    }

    private static double? Level(ReadOnlySpan<float> clip, ReadOnlySpan<float> spoken, int rate, bool isMeasured) =>
        (isMeasured ? IntegratedLoudness.Measure(clip, rate) : null) ?? Rms(spoken);

    private static double? Rms(ReadOnlySpan<float> samples)
    {
        var sum = 0d;
        foreach (var sample in samples)
        {
            sum += sample * (double)sample;
        }

        return sum > 0 ? Decibels.FromPower(sum / samples.Length) : null;
    }

    private static void Scale(Span<float> samples, double gain)
    {
        foreach (ref var sample in samples)
        {
            sample = (float)(sample * gain);
        }
    }

    private static void Fade(Span<float> sound, int length)
    {
        length = Math.Min(length, sound.Length / 2);
        for (var i = 0; i < length; i++)
        {
            var gain = i / (float)length;
            sound[i] *= gain;
            sound[^(i + 1)] *= gain;
        }
    }
}
