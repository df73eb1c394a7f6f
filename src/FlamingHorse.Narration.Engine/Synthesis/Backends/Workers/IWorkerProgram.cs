using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>A program that speaks the worker protocol: how it is started, and what is said when that fails.</summary>
internal interface IWorkerProgram
{
    /// <summary>Name of the lock that only one worker on the machine holds; null where several may run at once.</summary>
    string? MachineLock { get; }

    /// <summary>How it is started.</summary>
    /// <exception cref="NarrationException">FHN2022: there is nothing to start.</exception>
    ChildCommand Command(SynthesisOptions options);

    /// <summary>What to say when it does not start.</summary>
    Finding CannotStart(string why);

    /// <summary>What to say when it starts and does something else than say hello; null when it may be a worker all the same.</summary>
    /// <param name="options">As given.</param>
    /// <param name="sign">What it did instead.</param>
    Finding? IsNoWorker(SynthesisOptions options, string sign) => null;
}
