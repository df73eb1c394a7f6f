using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>What a recognizer reported about one take.</summary>
/// <param name="By">The recognizer's name, with model and revision if it has them.</param>
internal sealed record Hearing(string By)
{
    /// <summary>What it heard; null if it only aligns.</summary>
    public string? Transcript { get; init; }

    /// <summary>The pronunciations of text and transcript in the runs in which they differ; empty if it has none.</summary>
    public IReadOnlyList<HeardRun> Runs { get; init; } = [];

    /// <summary>When each word is said; null if it gives no times.</summary>
    public IReadOnlyList<WordTime>? Words { get; init; }

    /// <summary>Cosine of the take's and the reference's embeddings; null if it does not compare voices.</summary>
    public double? Similarity { get; init; }

    /// <summary>The same for the two halves of the voice's reference; null if the reference is too short.</summary>
    public double? OwnSimilarity { get; init; }
}
