using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>What the end of a worker means that never was ready.</summary>
internal static class WorkerExit
{
    /// <summary>Why no other will fare better.</summary>
    public static Finding Explain(int exitCode, WorkerConnection worker, SynthesisOptions options)
    {
        if (exitCode is 126 or 127)
        {
            return WorkerCommands.CannotStart(options, $"The worker cannot be started (code {exitCode}). {worker.Errors}".Trim());
        }

        var death = WorkerFaults.OfDeath(exitCode, worker.Errors);
        return death.Kind == VoiceFindings.WorkerFailed
            ? IsNoWorker(worker, options, $"it ended with code {exitCode}. {worker.Errors}".Trim()) ?? death
            : death;
    }

    /// <summary>
    /// Before its hello our own worker does nothing that could fail: what fails there is the interpreter. Null when it may be a worker.
    /// </summary>
    public static Finding? IsNoWorker(WorkerConnection worker, SynthesisOptions options, string sign) =>
        worker is { HasGreeted: false, HasWorked: false } ? WorkerCommands.IsNoWorker(options, sign) : null;
}
