using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>
/// Requests through workers, model by model: a fresh process for each, since no engine gives back all the memory of a model
/// that it drops. Models that stand in for one that was too big come last.
/// </summary>
internal sealed class WorkerSynthesizer(SynthesisOptions options, WorkerTimeouts timeouts, TakeJudge judge) : ISynthesizer
{
    public async Task RunAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
    {
        if (requests.Count == 0)
        {
            return;
        }

        using var alone = await AloneOnMachineAsync(sink, cancellation).ConfigureAwait(false);
        var restarts = new RestartHistory();
        var waiting = requests.Select(request => new Job(request, request)).ToList();
        while (waiting.Count > 0)
        {
            var left = new List<Job>();
            foreach (var group in waiting.GroupBy(job => job.Spoken.Voice.Model))
            {
                using var run = new WorkerRun(group.Key, [.. group], options, timeouts, judge, sink, restarts, cancellation);
                left.AddRange(await run.RunAsync().ConfigureAwait(false));
                restarts = run.Restarts;
            }

            waiting = [.. left.Select(job => new Job(job.Owner, job.Spoken.StandIn!))];
        }
    }

    /// <summary>Null where several workers may run on the machine at once.</summary>
    private async Task<FileLock?> AloneOnMachineAsync(ISynthesisSink sink, CancellationToken cancellation)
    {
        if (options.Program.MachineLock is not { } name)
        {
            return null;
        }

        var path = Path.Combine(options.LockDirectory, name);
        return await FileLock.TakeAsync(path, timeouts.Poll, Wait, cancellation).ConfigureAwait(false);

        void Wait() =>
            sink.Report(
                VoiceFindings.WaitingForWorker.At(
                    null,
                    "Another build on this machine is using the speech engine; this one waits its turn "
                        + $"and takes what that one makes ({path})."
                )
            );
    }
}
