namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A segment as a running program sees it.</summary>
public sealed record AppSegment
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public required string SpokenText { get; init; }

    public long SampleCount { get; init; }

    public int SampleRate { get; init; }

    public bool IsEstimated { get; init; }

    public bool IsDraft { get; init; }

    public string? AudioFile { get; init; }

    public string? AudioHash { get; init; }

    public required string Voice { get; init; }

    /// <summary>Where the program looks for the clip.</summary>
    public string? Path { get; init; }
}
