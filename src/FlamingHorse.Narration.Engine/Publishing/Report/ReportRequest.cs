using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>What a page is made from. Every path is absolute.</summary>
public sealed record ReportRequest
{
    /// <summary>Name of the assembly.</summary>
    public required string Project { get; init; }

    /// <summary>Empty in a project with one.</summary>
    public string Framework { get; init; } = "";

    /// <summary>The folder of the page; the audio is below it.</summary>
    public required string Directory { get; init; }

    public required NarrationManifest Manifest { get; init; }

    /// <summary>The manifest before the last build that changed a duration; null when there was none.</summary>
    public NarrationManifest? Before { get; init; }

    /// <summary>The lock that holds the takes.</summary>
    public NarrationLock Lock { get; init; } = NarrationLock.Empty;

    /// <summary>Where segments stand, in the order of the lesson; what is not in it comes after, by id.</summary>
    public IReadOnlyList<SegmentPlace> Places { get; init; } = [];

    public BuildSummary? Summary { get; init; }

    /// <summary>The last check; its transcripts are stored nowhere else. Null when there was none.</summary>
    public CheckReport? Check { get; init; }

    public required NarrationSettings Settings { get; init; }

    /// <summary>The project's macros and readings.</summary>
    public FormulaRules Formulas { get; init; } = FormulaRules.Default;

    /// <summary>Finds records.</summary>
    public required IClipStore Store { get; init; }

    /// <summary>The file of a segment's take at the project's level; null when it cannot be found.</summary>
    public required Func<ManifestSegment, CancellationToken, ValueTask<string?>> FindAudio { get; init; }

    /// <summary>Null marks no sample.</summary>
    public AuditSample? Sample { get; init; }

    /// <summary>The sample as written.</summary>
    public string Share { get; init; } = "";

    public Audit Audit { get; init; } = Audit.Empty;

    public ComparedTakes? Compared { get; init; }
}
