using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>What a synthesizer needs beyond the requests; every value resolved, every path absolute.</summary>
public sealed record SynthesisOptions
{
    /// <summary>Name of the backend, as in <see cref="BackendRegistry"/>.</summary>
    public required string Backend { get; init; }

    /// <summary>Interpreter of the MLX environment, symlink unresolved.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>The package's folder of workers: <c>mlx/</c> and the launcher.</summary>
    public required string WorkersDirectory { get; init; }

    /// <summary>For <c>worker</c>: program and arguments in one string; double quotes group, no shell.</summary>
    public string WorkerCommand { get; init; } = "";

    /// <summary>For <c>neural</c>: the program that speaks; null where its package is not referenced.</summary>
    public string? SpeechProgram { get; init; }

    /// <summary>For <c>neural</c>: folders of voices, in the order in which they are looked in.</summary>
    public IReadOnlyList<string> ModelFolders { get; init; } = [];

    /// <summary>Most segments in one forward pass.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>GiB.</summary>
    public double MemoryLimit { get; init; } = 15;

    /// <summary>A model that may take over when one segment does not fit; null for none.</summary>
    public string? OutOfMemoryModel { get; init; }

    public bool AllowDownload { get; init; }

    /// <summary>The process environment, as it was when the build's task began.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>What the worker is to know beside the process environment.</summary>
    public IReadOnlyDictionary<string, string> WorkerVariables { get; init; } = new Dictionary<string, string>();

    public string? Endpoint { get; init; }

    /// <summary><c>openai</c>, <c>vllm-omni</c> or <c>mlx-audio</c>.</summary>
    public string EndpointDialect { get; init; } = "openai";

    /// <summary>The run's existing folder for unfinished clips; its creator removes it.</summary>
    public required string TemporaryDirectory { get; init; }

    /// <summary>Where the machine-wide worker lock lives.</summary>
    public required string LockDirectory { get; init; }

    /// <summary>The project's folder, absolute: where <see cref="WorkerCommand"/> runs and its relative paths start.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Who listens to each take before it is stored, in this order. Whoever gives them disposes of them after the run.</summary>
    internal IReadOnlyList<ITakeChecker> Checkers { get; init; } = [];

    /// <summary>For backends with a worker: the one of <see cref="Checkers"/> who listens by that worker; null for none.</summary>
    internal WorkerEars? Ears => Checkers.OfType<WorkerEars>().FirstOrDefault();

    /// <summary>For backends with a worker: the program that is one.</summary>
    internal IWorkerProgram Program { get; init; } = new UserProgram();

    /// <summary>For backends with a worker: how long to wait for it.</summary>
    internal WorkerTimeouts Timeouts { get; init; } = new();
}
