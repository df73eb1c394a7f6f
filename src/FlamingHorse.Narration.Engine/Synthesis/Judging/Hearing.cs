using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>What a recognizer brought back from one take.</summary>
/// <param name="By">The recognizer's name, with model and revision where it has them.</param>
internal sealed record Hearing(string By)
{
    /// <summary>What it heard; null of one that only aligns.</summary>
    public string? Transcript { get; init; }

    /// <summary>Where text and transcript are pronounced how; only of the runs in which they differ, and only where it can read.</summary>
    public IReadOnlyList<HeardRun> Runs { get; init; } = [];

    /// <summary>When each word is said; null where it gives no times.</summary>
    public IReadOnlyList<WordTime>? Words { get; init; }

    /// <summary>Cosine of the take's and the reference's embeddings; null where it does not compare voices.</summary>
    public double? Similarity { get; init; }

    /// <summary>The same of the two halves of the voice's reference; null where the reference is too short to tell.</summary>
    public double? OwnSimilarity { get; init; }
}
