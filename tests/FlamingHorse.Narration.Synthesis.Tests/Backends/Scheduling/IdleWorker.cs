using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

/// <summary>A worker that is not started.</summary>
internal static class IdleWorker
{
    /// <summary>Without a command: to start it fails, with FHN2022, before there is a process.</summary>
    public static SynthesisOptions Options { get; } =
        new()
        {
            Backend = "worker",
            WorkersDirectory = "",
            TemporaryDirectory = "",
            LockDirectory = "",
            WorkingDirectory = "",
            Environment = new Dictionary<string, string>(),
        };

    public static WorkerConnection Connect() => Connect(Options);

    public static WorkerConnection Connect(SynthesisOptions options) =>
        new("model-a", [], options, Channel.CreateUnbounded<WorkerEvent>().Writer, _ => { });
}
