namespace FlamingHorse.Narration.Generator.Models;

/// <summary>The arguments of one <c>NarrationSegment.Create</c>.</summary>
internal sealed record SegmentCode
{
    public required string Id { get; init; }

    public required string Caption { get; init; }

    /// <summary>The caption with its formulas in Unicode; null where it is <see cref="Caption"/>.</summary>
    public string? Shown { get; init; }

    public required string Spoken { get; init; }

    public required long SampleCount { get; init; }

    public required int SampleRate { get; init; }

    public required long SpeechStart { get; init; }

    public required long SpeechEnd { get; init; }

    public required bool IsEstimated { get; init; }

    public bool IsDraft { get; init; }

    public string? AudioFile { get; init; }

    public required string Voice { get; init; }

    public string Model { get; init; } = "";

    public string? AudioHash { get; init; }

    /// <summary>Times of the spoken words; null if they were not measured.</summary>
    public string? Words { get; init; }

    /// <summary>Times of the caption's words, where they are others; else null.</summary>
    public string? CaptionWords { get; init; }

    public EquatableArray<CueCode> Cues { get; init; }
}
