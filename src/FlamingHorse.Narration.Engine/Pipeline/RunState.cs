using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Planning;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>How far a run has come. Each step returns a later one.</summary>
/// <param name="Plan">What is to be found or made.</param>
internal sealed record RunState(RunPlan Plan)
{
    /// <summary>One for each segment of the plan, null where it is still open; empty until the stores have been looked through.</summary>
    public ImmutableArray<SegmentTake?> Takes { get; init; } = [];

    /// <summary>Segments to be made again: SHA-256 of the takes that do not count as the new one, by index into the plan.</summary>
    public ImmutableDictionary<int, IReadOnlySet<string>> Replaced { get; init; } = ImmutableDictionary<int, IReadOnlySet<string>>.Empty;

    /// <summary>Segments that had to be made, by index into the plan.</summary>
    public ImmutableHashSet<int> Wanted { get; init; } = [];

    /// <summary>Worker processes that were started.</summary>
    public int WorkerStarts { get; init; }

    /// <summary>Models that were loaded.</summary>
    public int ModelLoads { get; init; }

    /// <summary>Whether every segment was looked for, so that the run knows something of each.</summary>
    public bool IsLookedThrough => Takes.Length == Plan.Segments.Count;

    /// <summary>The lengths known so far, for predictions of the others.</summary>
    public SpeechRates Rates => new(Takes.Where(take => take?.Take is not null).Select(take => (take!.Segment, take.Take!)));

    /// <summary>Indices of the segments that are meant, in order.</summary>
    public ImmutableArray<int> Indices(Func<int, bool> isMeant) => [.. Enumerable.Range(0, Plan.Segments.Count).Where(isMeant)];

    /// <summary>The same with one more take.</summary>
    public RunState With(int index, SegmentTake? take) => this with { Takes = Takes.SetItem(index, take) };
}
