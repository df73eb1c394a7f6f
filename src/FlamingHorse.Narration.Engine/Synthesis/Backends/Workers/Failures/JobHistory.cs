namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>The failures of one request so far.</summary>
internal sealed record JobHistory
{
    public AttemptLog Attempts { get; init; } = AttemptLog.Empty;

    /// <summary>Workers that died while they spoke it.</summary>
    public int Deaths { get; init; }

    /// <summary>How often it ran out of memory alone.</summary>
    public int MemoryFaults { get; init; }

    /// <summary>Attempts that failed because the model did not stop.</summary>
    public int Runaways { get; init; }

    public bool IsGivenUp { get; init; }
}
