namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>One segment on the page. Seconds where not said otherwise.</summary>
public sealed record PageSegment
{
    public required string Id { get; init; }

    /// <summary>The id without its last part; empty for an id of one part.</summary>
    public required string Scene { get; init; }

    /// <summary>Relative to the project, as in <c>Scenes/Intro.cs:12</c>; null when not known.</summary>
    public string? Place { get; init; }

    /// <summary>The text with its marks removed.</summary>
    public required string Caption { get; init; }

    /// <summary>The text as written, in prose and formulas; null where there is no formula.</summary>
    public IReadOnlyList<PagePart>? Parts { get; init; }

    /// <summary>What the voice was given, where that is not the caption.</summary>
    public string? Spoken { get; init; }

    /// <summary>Full name.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// For each word of the caption its first character and when it begins and has ended, flattened: offset, seconds, seconds …
    /// </summary>
    public IReadOnlyList<double> Words { get; init; } = [];

    public IReadOnlyList<PageCue> Cues { get; init; } = [];

    /// <summary>What a voice of this pace would take.</summary>
    public required double Estimate { get; init; }

    /// <summary>The duration before the last build that changed any; null when there was none or the segment is new.</summary>
    public double? Before { get; init; }

    /// <summary>Not in the lesson before the last build that changed any.</summary>
    public bool IsNew { get; init; }

    /// <summary>No audio exists; the duration is a prediction.</summary>
    public bool IsEstimated { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>What deserves an ear, such as <c>long-pause</c> or <c>off-estimate</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    public required PageTake Take { get; init; }

    /// <summary>The same text by the voice or model that it is compared with.</summary>
    public PageTake? Other { get; init; }
}
