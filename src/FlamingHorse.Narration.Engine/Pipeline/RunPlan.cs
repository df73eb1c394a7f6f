using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Voices;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>What a run knows before it looks for any take.</summary>
internal sealed record RunPlan
{
    /// <summary>In ordinal order of their ids.</summary>
    public required IReadOnlyList<PlannedSegment> Segments { get; init; }

    /// <summary>The lock as it was read.</summary>
    public required LockSession Lock { get; init; }

    /// <summary>Which segments are to be made again.</summary>
    public required RetakeSelection Retakes { get; init; }

    /// <summary>Who speaks.</summary>
    public required IBackend Backend { get; init; }

    /// <summary>What that backend may look at.</summary>
    public required VoiceContext Voices { get; init; }

    /// <summary>Settings, segments, recordings and lock are without an error.</summary>
    public required bool IsSound { get; init; }

    /// <summary>The run may look for more than the lock names, and make what is missing.</summary>
    public bool MayMake => IsSound && !Voices.IsDesignTime && !Voices.Settings.LockedMode;

    /// <summary>A shard knows only its share, and shards on several machines would overwrite each other's lock.</summary>
    public bool MayWriteLock => MayMake && Voices.Settings.Shard is null;
}
