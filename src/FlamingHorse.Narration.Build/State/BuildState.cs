using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// What the last build saw and left. While all of it holds, there is nothing to do; a source that alone has changed is
/// the only one that is read again.
/// </summary>
internal sealed record BuildState
{
    /// <summary>Everything that reaches the task from MSBuild and the environment, as one checksum.</summary>
    public required uint Inputs { get; init; }

    public required IReadOnlyList<ConsultedVariable> Variables { get; init; }

    /// <summary>How sources are parsed; another value makes every scan void.</summary>
    public required uint ParseInputs { get; init; }

    /// <summary>False after a build that left an estimate, missing audio or an error, which is never up to date.</summary>
    public required bool IsComplete { get; init; }

    public required bool HasManifest { get; init; }

    /// <summary>By full path.</summary>
    public required IReadOnlyDictionary<string, SourceState> Sources { get; init; }

    /// <summary>Lexicons, references, settings files, also those that were absent; compared by content.</summary>
    public required IReadOnlyDictionary<string, FileStamp> Watched { get; init; }

    /// <summary>What the build wrote; compared by size and time.</summary>
    public required IReadOnlyDictionary<string, FileStamp> Outputs { get; init; }

    /// <summary>All lengths in the manifest that the build left, as one checksum.</summary>
    public uint Lengths { get; init; }

    /// <summary>The lock as the build left it, and the part of it that concerns this project and framework.</summary>
    public required LockState Lock { get; init; }

    /// <summary>Warnings that apply until something changes; each build repeats them.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
