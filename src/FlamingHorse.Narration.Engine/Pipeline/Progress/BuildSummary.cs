using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>What a run did; <c>build-summary.json</c>. Counts are segments, except starts and loads.</summary>
public sealed record BuildSummary
{
    public int Segments { get; init; }

    /// <summary>The lock names the take and this machine had it.</summary>
    public int UpToDate { get; init; }

    /// <summary>Found by key in this machine's cache, or finished by another build in the meantime.</summary>
    public int FromLocalCache { get; init; }

    /// <summary>Fetched from the shared store in this run.</summary>
    public int FromRemoteCache { get; init; }

    public int Synthesized { get; init; }

    /// <summary>Retakes among them whose sound is what it was: their engine says a text in one way only.</summary>
    public int SameAgain { get; init; }

    public int Estimated { get; init; }

    public int Failed { get; init; }

    /// <summary>The lock names the take and no store within reach has it.</summary>
    public int AudioMissing { get; init; }

    public int WorkerStarts { get; init; }

    public int ModelLoads { get; init; }

    public long ElapsedMs { get; init; }

    /// <summary>What was heard, by voice, sorted by name; absent if no take was listened to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CheckedVoice>? Voices { get; init; }

    /// <summary>Sorted by id.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; init; } = [];
}
