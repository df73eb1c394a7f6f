using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>
/// What a run leaves to its caller, who writes the manifest, puts the audio beside the app, and disposes this after that: closing the
/// stores waits for uploads, and clips that no cache could take go with them.
/// </summary>
public sealed class NarrationOutcome(Func<ValueTask> close) : IAsyncDisposable
{
    /// <summary>Every segment, known or estimated, sorted by id. Worth writing even after errors: an editor lives on it.</summary>
    public required NarrationManifest Manifest { get; init; }

    /// <summary>In the order found. They are already reported to the log; findings of closing the stores go to the log only.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>By id: segments that have a take. Estimated ones are absent.</summary>
    public required IReadOnlyDictionary<string, NarrationAudio> Audio { get; init; }

    /// <summary>No error, no estimate, no audio missing: only then may the next build be skipped.</summary>
    public required bool IsComplete { get; init; }

    public required BuildSummary Summary { get; init; }

    /// <summary>The project's lock as this run left it; null when it cannot be read.</summary>
    public required LockSnapshot? Lock { get; init; }

    /// <summary>Files whose content or appearance changes the outcome: settings, references, the lock. Absolute, sorted.</summary>
    public required IReadOnlyList<string> WatchedFiles { get; init; }

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Kind.Severity == FindingSeverity.Error);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => close();
}
