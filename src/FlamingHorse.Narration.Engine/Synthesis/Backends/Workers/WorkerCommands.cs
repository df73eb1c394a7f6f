using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>Which program is a backend's worker.</summary>
internal static class WorkerCommands
{
    /// <exception cref="NarrationException">FHN2022: there is nothing to start.</exception>
    public static ChildCommand For(SynthesisOptions options) => options.Backend == "mlx" ? Mlx(options) : User(options);

    /// <summary>What to say when that program does not start.</summary>
    public static Finding CannotStart(SynthesisOptions options, string why) =>
        options.Backend == "mlx"
            ? VoiceFindings.PythonMissing.At(
                null,
                $"{why}. Make the MLX environment with 'dotnet build -t:SetupNarration', set NarrationPython to an interpreter that has mlx-audio, or build with -p:NarrationMissing=Estimate to go on without speech."
            )
            : VoiceFindings.WorkerCommandMissing.At(
                null,
                $"{why}. Check NarrationWorkerCommand: program and arguments in one string, double quotes group, no shell."
            );

    /// <summary>What to say when it starts and is no worker; null when it may be one.</summary>
    /// <param name="options">As given.</param>
    /// <param name="sign">What it did instead of saying hello.</param>
    public static Finding? IsNoWorker(SynthesisOptions options, string sign) =>
        options.Backend == "mlx" ? CannotStart(options, $"'{options.Python}' does not run the worker: {sign.TrimEnd('.')}") : null;

    /// <summary>Our own worker makes a session of its own and watches its parent itself.</summary>
    private static ChildCommand Mlx(SynthesisOptions options)
    {
        var worker = Path.Combine(options.WorkersDirectory, "mlx", "worker.py");
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

    private static ChildCommand User(SynthesisOptions options)
    {
        IReadOnlyList<string> parts;
        try
        {
            parts = CommandLine.Split(options.WorkerCommand);
        }
        catch (FormatException e)
        {
            throw new NarrationException(CannotStart(options, $"NarrationWorkerCommand cannot be read: {e.Message}"));
        }

        return parts.Count == 0
            ? throw new NarrationException(CannotStart(options, "NarrationBackend is 'worker' and NarrationWorkerCommand is empty"))
            : new ChildCommand(parts[0], [.. parts.Skip(1)])
            {
                Environment = ChildEnvironment.ForWorker(options.Environment, options.WorkerVariables, options.AllowDownload),
                WorkingDirectory = options.WorkingDirectory,
                Launcher = Path.Combine(options.WorkersDirectory, "launch.sh"),
            };
    }
}
