namespace FlamingHorse.Narration.Tests;

/// <summary>Segments as the generator would create them.</summary>
internal static class Segments
{
    public static NarrationSegment Of(
        string id,
        long samples,
        int rate = 24000,
        string? text = null,
        long? speechStart = null,
        long? speechEnd = null,
        bool isEstimated = false,
        NarrationCue[]? cues = null
    ) =>
        NarrationSegment.Create(
            id,
            text ?? $"The text of {id}.",
            $"the text of {id}",
            samples,
            rate,
            speechStart ?? 0,
            speechEnd ?? samples,
            isEstimated,
            isDraft: false,
            audioFile: $"narration/App/{id}.wav",
            voice: "narrator",
            model: "model",
            audioHash: "00ff",
            cues
        );

    public static NarrationSegment Seconds(string id, double seconds, string? text = null, NarrationCue[]? cues = null) =>
        Of(id, (long)(seconds * 24000), text: text, cues: cues);

    /// <summary>With times of its words as the build writes them: speech from the start, and 0.2 s of silence behind it.</summary>
    public static NarrationSegment Measured(
        string spoken,
        string? times,
        long speechEnd,
        string? text = null,
        string? captionTimes = null
    ) =>
        NarrationSegment.Create(
            "a",
            text ?? spoken,
            spoken,
            speechEnd + 4_800,
            24_000,
            speechStart: 0,
            speechEnd,
            isEstimated: false,
            isDraft: false,
            "narration/App/a.wav",
            "narrator",
            "heart",
            "00ff",
            cues: null,
            times,
            captionTimes
        );

    public static NarrationSegment Measured(string spoken, string? times, double seconds) =>
        Measured(spoken, times, (long)(seconds * 24_000));

    public static IEnumerable<NarrationSegment> Random(int count, int seed, params int[] rates)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return Of($"S{i}", random.Next(1000, 300_000), rates[random.Next(rates.Length)]);
        }
    }
}
