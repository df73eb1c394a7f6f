using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>The recording that a voice is cloned from. Seconds.</summary>
public sealed record PageReference
{
    /// <summary>A URL relative to the page, percent-encoded.</summary>
    public required string Audio { get; init; }

    /// <summary>Number of the page's block that holds the file, for a page with everything in it.</summary>
    public int? Block { get; init; }

    /// <summary>Of the whole file; null where it is no WAV.</summary>
    public double? Seconds { get; init; }

    /// <summary>Hz; null where it is no WAV.</summary>
    public int? Rate { get; init; }

    /// <summary>The part that is used; null is the file's own end.</summary>
    public double? Start { get; init; }

    public double? End { get; init; }

    /// <summary>What is said in it.</summary>
    public string? Text { get; init; }

    public ClipPicture? Picture { get; init; }
}
