namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>From what an engine made to what is stored: trim, head and tail of exact length, fades. Pure.</summary>
public static class PostProcessing
{
    private const double HeadSeconds = 0.100;
    private const double TailSeconds = 0.200;
    private const double FadeSeconds = 0.005;

    /// <summary>Applies all steps to a clip that is not silent.</summary>
    /// <param name="signal">As the engine made it, any rate.</param>
    /// <param name="loudness">
    /// Null: what is stored keeps its level, which <see cref="ClipLevel"/> sets where it is heard. LUFS: as older packages stored it, for a
    /// recording that is to become exactly the file that a lock names.
    /// </param>
    public static ProcessedClip Apply(MonoSignal signal, double? loudness = null) =>
        Apply(signal, loudness, SpeechBounds.Of(signal.Samples));

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

        var isMeasured = speech.Length >= rate * ClipLevel.ShortestMeasured;
        if (loudness is { } target && ClipLevel.Measure(new(kept, rate), head, head + speech.Length) is { } level)
        {
            Scale(
                kept,
                Math.Min(Decibels.ToAmplitude(target - level), Decibels.ToAmplitude(ClipLevel.HighestPeak) / SpeechBounds.Peak(kept))
            );
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
