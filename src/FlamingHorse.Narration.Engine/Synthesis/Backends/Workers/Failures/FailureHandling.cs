// Over 140 lines: every decision of the policy beside the others, so that none is carried out twice or not at all.
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>Asks the policy and carries out what it decides, on worker, queue and sink.</summary>
internal sealed class FailureHandling(
    FailurePolicy policy,
    FailureState initial,
    WorkerConnection worker,
    BatchScheduler scheduler,
    SynthesisOptions options,
    ISynthesisSink sink,
    Func<TimeSpan> clock,
    CancellationToken cancellation
)
{
    private readonly List<Job> _withoutMemory = [];

    public FailureState State { get; private set; } = initial;

    /// <summary>The next worker is not started before, on the run's clock.</summary>
    public TimeSpan NotBefore { get; private set; }

    /// <summary>Jobs that did not fit into memory and have a stand-in.</summary>
    public IReadOnlyList<Job> WithoutMemory => _withoutMemory;

    /// <summary>Takes out what the worker was at, and decides about both.</summary>
    /// <exception cref="IOException">The disk is full. The worker says that in its own words, and a restart would not help.</exception>
    public async Task FailWorkerAsync(string why, FindingKind? kind = null)
    {
        EnsureFreeSpace();
        var suspect = scheduler.TakeSuspect();
        await HandleAsync(
                new FailureEvent.WorkerFailed(why, kind)
                {
                    HasWorked = worker.HasWorked,
                    Suspects = suspect?.Abandon() ?? [],
                    OutOfMemory = suspect?.OutOfMemory ?? [],
                }
            )
            .ConfigureAwait(false);
    }

    /// <exception cref="NarrationException">The policy ends the run.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task HandleAsync(FailureEvent happened)
    {
        if (happened is FailureEvent.TakeRefused or FailureEvent.TextRefused)
        {
            EnsureFreeSpace();
        }

        (State, var decisions) = policy.Decide(State, happened);
        if (happened is FailureEvent.TakeRefused(var job, var attempt, _))
        {
            sink.Trace($"{job.Owner.Id}: attempt {State.Of(job).Attempts.Count} refused: {string.Join(", ", attempt.Problems)}");
        }

        foreach (var decision in decisions)
        {
            await ExecuteAsync(decision).ConfigureAwait(false);
        }
    }

    private async Task ExecuteAsync(FailureDecision decision)
    {
        switch (decision)
        {
            case FailureDecision.StartWorker:
                worker.Start(clock());
                sink.WorkerStarted();
                break;
            case FailureDecision.RestartWorker(var wait, var warning):
                await ReplaceWorkerAsync().ConfigureAwait(false);
                NotBefore = clock() + wait;
                sink.Report(warning);
                break;
            case FailureDecision.HalveBatch(_, var warning):
                await ReplaceWorkerAsync().ConfigureAwait(false);
                sink.Report(warning);
                break;
            case FailureDecision.Requeue(var jobs):
                scheduler.Return(jobs);
                break;
            case FailureDecision.RequeueAlone(var jobs):
                foreach (var job in jobs)
                {
                    job.IsAlone = true;
                }

                scheduler.Return(jobs);
                break;
            case FailureDecision.Retry(var job, var attempts):
                (job.IsAlone, job.Attempts) = (true, attempts);
                scheduler.Return([job]);
                break;
            case FailureDecision.GiveUpSegment(var job, var finding, var attempts):
                job.IsGivenUp = true;
                if (State.Of(job).Attempts.LastTake is { } take)
                {
                    sink.Refused(take with { Request = job.Owner });
                }

                await sink.FailedAsync(job.Owner, finding, attempts, cancellation).ConfigureAwait(false);
                break;
            case FailureDecision.GiveUpVoice(var job, var finding):
                await GiveUpVoiceAsync(job, finding).ConfigureAwait(false);
                break;
            case FailureDecision.GiveUpModel:
                await HandleAsync(new FailureEvent.ModelGivenUp(scheduler.TakeWaiting())).ConfigureAwait(false);
                break;
            case FailureDecision.UseStandIn(var job, var warning):
                sink.Report(warning);
                _withoutMemory.Add(job);
                break;
            case FailureDecision.StopRun(var finding):
                throw new NarrationException(finding);
        }
    }

    /// <summary>The remaining requests of the voice fail with the same message.</summary>
    private async Task GiveUpVoiceAsync(Job job, Finding finding)
    {
        var voice = job.Group.Voice;
        IReadOnlyList<Job> left = [.. scheduler.JobsOf(voice).Prepend(job).Distinct()];
        await HandleAsync(new FailureEvent.VoiceGivenUp(left, finding)).ConfigureAwait(false);
        if (scheduler.Drop(voice) && worker is { IsStarted: true, CanCancel: true })
        {
            worker.Cancel();
        }
    }

    /// <summary>The next is started when there is something to send.</summary>
    private Task ReplaceWorkerAsync()
    {
        scheduler.TakeBack();
        return worker.EndAsync();
    }

    private void EnsureFreeSpace() => RunFolder.EnsureFreeSpace(options.TemporaryDirectory);
}
