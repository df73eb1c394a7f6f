namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>How workers are started and what they may use.</summary>
public sealed record WorkerSettings
{
    /// <summary>
    /// Interpreter of the MLX environment, symlink unresolved; a bare name is looked up on PATH. Empty where nobody said one and none can
    /// be guessed: on a Mac that has only Apple's.
    /// </summary>
    public string Python { get; init; } = "python3";

    /// <summary>Somebody said which interpreter, or <c>SetupNarration</c> made one; else <see cref="Python"/> is a guess.</summary>
    public bool IsPythonConfigured { get; init; }

    /// <summary>Most segments in one forward pass.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>GiB.</summary>
    public double MemoryLimit { get; init; } = 15;

    /// <summary>A model that may take over when one segment does not fit; null for none.</summary>
    public string? OutOfMemoryModel { get; init; }

    /// <summary>The model may be fetched.</summary>
    public bool AllowDownload { get; init; }

    /// <summary>Prepare from scratch: ignore <c>ready.json</c> and make the MLX environment again.</summary>
    public bool Force { get; init; }

    /// <summary>
    /// What a worker is to know beside the process environment: variables of <c>.env</c> files, and folders of models made absolute.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
