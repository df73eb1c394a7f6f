using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>What a run leaves for the next build to compare with.</summary>
internal sealed record RunResult
{
    public NarrationSettings? Settings { get; init; }

    public bool IsComplete { get; init; }

    public bool HasManifest => Manifest is not null;

    public IReadOnlyList<string> Watched { get; init; } = [];

    public LockSnapshot? Lock { get; init; }

    public NarrationManifest? Manifest { get; init; }
}
