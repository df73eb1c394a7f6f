using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>One line of the manifest: what the build knows of a segment and the generator writes into code.</summary>
public sealed record ManifestSegment
{
    public required string Id { get; init; }

    public required SegmentOrigin Origin { get; init; }

    /// <summary>As in <see cref="ScriptSegment.Member"/>; null for items.</summary>
    public string? Member { get; init; }

    /// <summary>The constant as written, marks included: the analyzer compares it with what the compiler sees.</summary>
    public required string Text { get; init; }

    /// <summary>As written; null when the author wrote none.</summary>
    public string? SpokenAs { get; init; }

    /// <summary>As written; null when the author wrote none.</summary>
    public string? VoiceAsWritten { get; init; }

    /// <summary>As written; null when the author wrote none.</summary>
    public string? LanguageAsWritten { get; init; }

    /// <summary>The caption with its formulas in Unicode; null for a text without formulas.</summary>
    public string? Caption { get; init; }

    /// <summary>What the voice is given: after lexicon, marks removed, normalized.</summary>
    public required string Spoken { get; init; }

    /// <summary>The voice that spoke, after defaults.</summary>
    public required string Voice { get; init; }

    /// <summary>The model that spoke; empty when none is known.</summary>
    public string Model { get; init; } = "";

    public required long SampleCount { get; init; }

    public required int SampleRate { get; init; }

    /// <summary>First and one-past-last sample of speech.</summary>
    public required long SpeechStart { get; init; }

    public required long SpeechEnd { get; init; }

    /// <summary>No audio exists; the duration is a prediction.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Made with the draft model.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Lower-case hex SHA-256 of the WAV; null when estimated.</summary>
    public string? AudioHash { get; init; }

    /// <summary>Relative to the app, with forward slashes; null when estimated.</summary>
    public string? AudioFile { get; init; }

    /// <summary>Of items and scripts: the order that was stated; null for none.</summary>
    public int? Order { get; init; }

    /// <summary>Of items and scripts: the place in the lesson's order; the manifest itself is sorted by id.</summary>
    public int Rank { get; init; }

    /// <summary>
    /// When each white-space token of <see cref="Spoken"/> is said, as <see cref="TimesText"/> writes it; null where nobody measured it.
    /// </summary>
    public string? Words { get; init; }

    /// <summary>The same for the words of the caption, where they are not those that were spoken; else null.</summary>
    public string? CaptionWords { get; init; }

    public IReadOnlyList<ManifestCue> Cues { get; init; } = [];
}
