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

    public static IEnumerable<NarrationSegment> Random(int count, int seed, params int[] rates)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return Of($"S{i}", random.Next(1000, 300_000), rates[random.Next(rates.Length)]);
        }
    }
}
