using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>The program that <c>NarrationWorkerCommand</c> names.</summary>
internal sealed class UserProgram : IWorkerProgram
{
    /// <inheritdoc/>
    public string? MachineLock => null;

    /// <inheritdoc/>
    public ChildCommand Command(SynthesisOptions options)
    {
        IReadOnlyList<string> parts;
        try
        {
            parts = CommandLine.Split(options.WorkerCommand);
        }
        catch (FormatException e)
        {
            throw new NarrationException(CannotStart($"NarrationWorkerCommand cannot be read: {e.Message}"));
        }

        return parts.Count == 0
            ? throw new NarrationException(CannotStart("NarrationBackend is 'worker' and NarrationWorkerCommand is empty"))
            : new ChildCommand(parts[0], [.. parts.Skip(1)])
            {
                Environment = ChildEnvironment.ForWorker(options.Environment, options.WorkerVariables, options.AllowDownload),
                WorkingDirectory = options.WorkingDirectory,
                Launcher = Path.Combine(options.WorkersDirectory, "launch.sh"),
                KeepsAwake = true,
            };
    }

    /// <inheritdoc/>
    public Finding CannotStart(string why) =>
        VoiceFindings.WorkerCommandMissing.At(
            null,
            $"{why.TrimEnd('.')}. Check NarrationWorkerCommand: program and arguments in one string, double quotes group, no shell."
        );
}
