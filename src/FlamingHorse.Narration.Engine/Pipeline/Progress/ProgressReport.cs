namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>A running synthesis; <c>progress.json</c>.</summary>
public sealed record ProgressReport
{
    /// <summary>Clips settled, made or not.</summary>
    public int Done { get; init; }

    /// <summary>Clips to be made.</summary>
    public int Total { get; init; }

    /// <summary>Id of the segment settled last; empty before the first.</summary>
    public string Last { get; init; } = "";

    /// <summary>Audio made in this run, that of the running batch included.</summary>
    public double AudioSeconds { get; init; }

    public double ElapsedSeconds { get; init; }

    /// <summary>Seconds of audio a second.</summary>
    public double Speed { get; init; }

    /// <summary>Seconds that are left; null before a speed is known.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>Nothing more will be written.</summary>
    public bool IsFinished { get; init; }
}
