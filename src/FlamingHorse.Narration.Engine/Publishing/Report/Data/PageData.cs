namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>
/// Everything that the page shows. Holds no time of day and no absolute path of a clip, so that equal takes give equal pages.
/// </summary>
public sealed record PageData
{
    /// <summary>Name of the assembly.</summary>
    public required string Project { get; init; }

    /// <summary>Empty in a project with one.</summary>
    public string Framework { get; init; } = "";

    /// <summary>LUFS that every clip is brought to; null when levels are left alone.</summary>
    public double? Loudness { get; init; }

    public IReadOnlyList<PageVoice> Voices { get; init; } = [];

    /// <summary>In the order of the lesson: scene by scene, each in its source's order.</summary>
    public required IReadOnlyList<PageSegment> Segments { get; init; }

    public required PageAudit Audit { get; init; }

    public PageGate Gate { get; init; } = new();

    /// <summary>Null when nothing is compared.</summary>
    public PageComparison? Comparison { get; init; }
}
