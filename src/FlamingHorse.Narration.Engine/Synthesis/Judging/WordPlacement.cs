using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>
/// Converts word times from the engine's clip to the stored one and rounds them, once, so that every machine has the same times.
/// </summary>
internal static class WordPlacement
{
    public static IReadOnlyList<WordTime>? Place(RawClip raw, ProcessedClip clip)
    {
        var shift = (double)clip.Trimmed / raw.Signal.SampleRate;
        var last = (int)(clip.Signal.Duration.TotalSeconds * WordTime.StepsPerSecond);
        return raw.Words is { } words ? [.. words.Select(word => new WordTime(word.Token, Step(word.Start), Step(word.End)))] : null;

        int Step(double seconds) => Math.Clamp((int)Math.Round((seconds - shift) * WordTime.StepsPerSecond), 0, last);
    }
}
