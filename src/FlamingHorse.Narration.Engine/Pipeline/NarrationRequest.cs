using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>One run over one project and target framework. Every path is absolute.</summary>
public sealed record NarrationRequest
{
    public required string ProjectDirectory { get; init; }

    public required string ProjectFile { get; init; }

    public required string AssemblyName { get; init; }

    /// <summary>Empty for none.</summary>
    public required string RootNamespace { get; init; }

    /// <summary>Container of the segments that items declare.</summary>
    public string ClassName { get; init; } = "Narration";

    /// <summary>For messages; empty in a project with one.</summary>
    public string TargetFramework { get; init; } = "";

    /// <summary><c>obj/&lt;configuration&gt;/&lt;framework&gt;/narration</c>.</summary>
    public required string IntermediateDirectory { get; init; }

    /// <summary><c>narration.lock.json</c> beside the project file.</summary>
    public required string LockFilePath { get; init; }

    /// <summary>The same for draft takes, under <c>obj</c>.</summary>
    public required string DraftLockFilePath { get; init; }

    public required NarrationSettings Settings { get; init; }

    /// <summary>Read and checked: ids are unique and valid, texts can be spoken. In the lesson's order.</summary>
    public required IReadOnlyList<ScriptSegment> Segments { get; init; }

    /// <summary>Recordings that are used instead of synthesis.</summary>
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    public Lexicon Lexicon { get; init; } = Lexicon.Empty;

    /// <summary>How formulas are read.</summary>
    public FormulaRules Formulas { get; init; } = FormulaRules.Default;

    /// <summary>For an editor: no process, no network, no waiting, no write.</summary>
    public bool IsDesignTime { get; init; }

    /// <summary>Only checks: takes that no recognizer has heard are listened to, and nothing is made.</summary>
    public bool IsCheck { get; init; }

    /// <summary>Some segments are spoken for comparison, with a lock of their own; changes of their lengths are not reported.</summary>
    public bool IsComparison { get; init; }

    /// <summary>
    /// The project has one target framework: ids that are gone leave the lock in this run. Otherwise <see cref="LockFile.Prune"/> does it
    /// in the outer build.
    /// </summary>
    public bool IsOnlyFramework { get; init; } = true;

    /// <summary>The package's folder of workers.</summary>
    public required string WorkersDirectory { get; init; }

    /// <summary>Opens the stores: SHA-256 of the audio that must stay, and where to report. Null: the real ones.</summary>
    public Func<IReadOnlySet<string>, Action<Finding>, IClipStore>? OpenStore { get; init; }

    /// <summary>Clips that were verified when they were put beside the app and have not changed there: size in bytes by SHA-256.</summary>
    public IReadOnlyDictionary<string, long> Copies { get; init; } = new Dictionary<string, long>();

    /// <summary>Null: the real ones.</summary>
    public Func<SynthesisOptions, ISynthesizer>? CreateSynthesizer { get; init; }

    /// <summary>Whether a program of this name is on this machine. Null: looks on PATH; nothing is started.</summary>
    public Func<string, bool>? IsProgramHere { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
