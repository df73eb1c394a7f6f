namespace FlamingHorse.Narration.Engine.Report.Data;

/// <summary>A voice that speaks in the lesson.</summary>
public sealed record PageVoice
{
    public required string Name { get; init; }

    public string Backend { get; init; } = "";

    public string Engine { get; init; } = "";

    public string Model { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>The recording that it is cloned from; null where there is none on this machine.</summary>
    public PageTake? Reference { get; init; }

    /// <summary>Seconds of the recording that are used.</summary>
    public double? ReferenceStart { get; init; }

    public double? ReferenceEnd { get; init; }

    /// <summary>What is said in the recording.</summary>
    public string? ReferenceText { get; init; }
}
