using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>The package's own worker in the MLX environment. It makes a session of its own and watches its parent itself.</summary>
internal sealed class MlxProgram : IWorkerProgram
{
    /// <summary>Two models on one GPU are slower than one after the other, and may not fit.</summary>
    public string MachineLock => "mlx-worker.lock";

    /// <summary>The worker's script in the package's folder of workers.</summary>
    public static string Script(string workersDirectory) => Path.Combine(workersDirectory, "mlx", "worker.py");

    /// <inheritdoc/>
    public ChildCommand Command(SynthesisOptions options)
    {
        var worker = Script(options.WorkersDirectory);
        if (!File.Exists(worker))
        {
            throw new NarrationException(
                VoiceFindings.WorkerCommandMissing.At(
                    null,
                    $"The package's own worker is not at '{worker}': the package is damaged. Delete its folder and restore it."
                )
            );
        }

        return new ChildCommand(options.Python, [worker])
        {
            Environment = ChildEnvironment.ForWorker(options.Environment, options.WorkerVariables, options.AllowDownload),
            WorkingDirectory = options.TemporaryDirectory, // a folder named like a module beside the project must not be imported
        };
    }

    /// <inheritdoc/>
    public Finding CannotStart(string why) =>
        VoiceFindings.PythonMissing.At(
            null,
            $"{why.TrimEnd('.')}. Make the MLX environment with 'dotnet build -t:SetupNarration', set NarrationPython to an "
                + $"interpreter that has mlx-audio, or build with -p:NarrationMissing=Estimate to continue without speech."
        );

    /// <inheritdoc/>
    public Finding? IsNoWorker(SynthesisOptions options, string sign) => CannotStart($"'{options.Python}' cannot run the worker: {sign}");
}
