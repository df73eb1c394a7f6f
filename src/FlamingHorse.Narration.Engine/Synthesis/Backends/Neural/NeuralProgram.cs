using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;

/// <summary>The program of the Speech package, run by the dotnet that runs the build.</summary>
internal sealed class NeuralProgram : IWorkerProgram
{
    /// <summary>It shares the processor as every program does.</summary>
    public string? MachineLock => null;

    /// <inheritdoc/>
    public ChildCommand Command(SynthesisOptions options) =>
        Command(
            options.SpeechProgram ?? throw new NarrationException(CannotStart("NarrationSpeechProgram is not set")),
            [],
            ChildEnvironment.ForWorker(options.Environment, options.WorkerVariables, options.AllowDownload),
            options.Environment,
            options.WorkingDirectory
        ) with
        {
            Launcher = Path.Combine(options.WorkersDirectory, "launch.sh"),
            KeepsAwake = true,
        };

    /// <param name="program">Its dll.</param>
    /// <param name="arguments">Beside it.</param>
    /// <param name="variables">What it may know of the environment.</param>
    /// <param name="build">The build's own environment.</param>
    /// <param name="folder">Where it runs.</param>
    public static ChildCommand Command(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        IReadOnlyDictionary<string, string> build,
        string folder
    ) =>
        new(FindHost(build), [program, .. arguments])
        {
            Environment = new Dictionary<string, string>(variables, StringComparer.Ordinal)
            {
                // ONNX Runtime's official builds report home unless the process is started with this.
                ["ORT_DISABLE_TELEMETRY"] = "1",
                // No sockets for debuggers, which a worker that is killed would leave behind.
                ["DOTNET_EnableDiagnostics"] = "0",
                // whisper.cpp makes and frees its whole state in each call. glibc (mallopt(3)) would return the larger blocks to the
                // system, whose kernel clears every page anew, a sixth of a call, and would keep a heap for each thread.
                ["MALLOC_MMAP_THRESHOLD_"] = "33554432",
                ["MALLOC_TRIM_THRESHOLD_"] = "268435456",
                ["MALLOC_ARENA_MAX"] = "2",
            },
            WorkingDirectory = folder,
        };

    /// <inheritdoc/>
    public Finding CannotStart(string why) =>
        VoiceFindings.WorkerFailed.At(
            null,
            $"The speech program cannot be started: {why.TrimEnd('.')}. Restore the package FlamingHorse.Narration.Speech, or "
                + $"build with NarrationMissing=Estimate to continue without speech."
        );

    /// <inheritdoc/>
    public Finding? IsNoWorker(SynthesisOptions options, string sign) => CannotStart(sign);

    /// <summary>MSBuild under dotnet names its host; Visual Studio's does not, and has one on PATH.</summary>
    private static string FindHost(IReadOnlyDictionary<string, string> build) =>
        build.GetValueOrDefault("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : "dotnet";
}
