namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>A voice that speaks in the lesson.</summary>
public sealed record PageVoice
{
    public required string Name { get; init; }

    public string Backend { get; init; } = "";

    public string Engine { get; init; } = "";

    public string Model { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>Pace; 1 is the voice's own.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Null where there is none on this machine.</summary>
    public PageReference? Reference { get; init; }
}
