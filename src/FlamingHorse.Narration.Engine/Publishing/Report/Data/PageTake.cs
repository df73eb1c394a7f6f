using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>One take: its sound, and what is known of how it was made. Null is "not known".</summary>
public sealed record PageTake
{
    /// <summary>A URL relative to the page, percent-encoded; null when no audio is within reach.</summary>
    public string? Audio { get; init; }

    /// <summary>Number of the page's block that holds the file, for a page with everything in it.</summary>
    public int? Block { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public string? Hash { get; init; }

    /// <summary>Length in samples.</summary>
    public required long Samples { get; init; }

    /// <summary>Hz.</summary>
    public required int Rate { get; init; }

    /// <summary>First sample of speech.</summary>
    public long SpeechStart { get; init; }

    /// <summary>One past the last sample of speech.</summary>
    public long SpeechEnd { get; init; }

    public required string Voice { get; init; }

    public string Model { get; init; } = "";

    public long? Seed { get; init; }

    public int? Attempts { get; init; }

    /// <summary>LUFS.</summary>
    public double? Level { get; init; }

    /// <summary>dBFS.</summary>
    public double? Peak { get; init; }

    /// <summary>As in <c>build-summary.json</c>.</summary>
    public string? Source { get; init; }

    public string? Backend { get; init; }

    /// <summary>Versions and device, in one line.</summary>
    public string? Engine { get; init; }

    /// <summary>The engine's own time.</summary>
    public long? ElapsedMs { get; init; }

    /// <summary><c>heard</c>, <c>doubtful</c>, <c>refused</c> or <c>accepted</c>; null if the take was not listened to.</summary>
    public string? Verdict { get; init; }

    /// <summary>Whose verdict it is.</summary>
    public string? HeardBy { get; init; }

    /// <summary>What a recognizer wrote down.</summary>
    public string? Heard { get; init; }

    /// <summary>Similarity to the reference, by a recognizer that compares.</summary>
    public double? Likeness { get; init; }

    /// <summary>What the gate measured.</summary>
    public TakeMeasures? Measures { get; init; }

    public ClipPicture? Picture { get; init; }
}
