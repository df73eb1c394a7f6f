using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

/// <summary>A worker that is not started. It has no command: to start it fails, with FHN2022, before there is a process.</summary>
internal static class IdleWorker
{
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

    public static WorkerConnection Connect() => new("model-a", [], Options, Channel.CreateUnbounded<WorkerEvent>().Writer, _ => { });
}
