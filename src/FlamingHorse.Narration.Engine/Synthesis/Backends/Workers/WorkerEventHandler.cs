using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>What each event of the run's loop leads to.</summary>
internal sealed class WorkerEventHandler(
    WorkerConnection worker,
    BatchScheduler scheduler,
    FailureHandling failures,
    ClipIntake intake,
    WorkerDialogue dialogue,
    SynthesisOptions options,
    Func<TimeSpan> clock,
    CancellationToken cancellation
)
{
    /// <exception cref="NarrationException">The run is over.</exception>
    public async Task HandleAsync(WorkerEvent happened)
    {
        switch (happened)
        {
            case WorkerEvent.MessageReceived received when worker.IsFrom(received.Sender):
                worker.LastHeard = clock();
                await dialogue.HearAsync(received.Message).ConfigureAwait(false);
                break;
            case WorkerEvent.MalformedOutput malformed when worker.IsFrom(malformed.Sender):
                await OnMalformedOutputAsync(malformed.Shown).ConfigureAwait(false);
                break;
            case WorkerEvent.Ended ended when worker.IsFrom(ended.Sender):
                await OnWorkerExitedAsync(ended.ExitCode).ConfigureAwait(false);
                break;
            case WorkerEvent.ClipSettled settled:
                intake.InProgress--;
                await OnClipSettledAsync(settled).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>It died, hangs, or does not keep to the protocol.</summary>
    public Task FailWorkerAsync(string why, FindingKind? kind = null)
    {
        intake.EndBatch();
        return failures.FailWorkerAsync(why, kind);
    }

    private Task OnMalformedOutputAsync(string shown) =>
        WorkerExit.IsNoWorker(worker, options, $"its first words were {shown}") is { } finding
            ? failures.HandleAsync(new FailureEvent.BackendUnusable(finding))
            : FailWorkerAsync($"it wrote something that is not a protocol message: {shown}", VoiceFindings.WorkerProtocol);

    /// <summary>The process ended by itself.</summary>
    private Task OnWorkerExitedAsync(int exitCode)
    {
        var errors = worker.Errors;
        if (!worker.HasWorked)
        {
            return failures.HandleAsync(new FailureEvent.BackendUnusable(WorkerExit.Explain(exitCode, worker, options)));
        }

        if (scheduler.Running?.StartedAt is not null && WorkerFaults.IsOutOfMemory(exitCode, errors))
        {
            intake.EndBatch();
            var running = scheduler.TakeSuspect()!;
            IReadOnlyList<Job> victims = [.. running.OutOfMemory, .. running.Abandon()];
            return failures.HandleAsync(new FailureEvent.MemoryExhausted(victims, running.Items.Count));
        }

        var lastLine = errors[(errors.LastIndexOf('\n') + 1)..];
        return FailWorkerAsync($"it ended with code {exitCode}. {lastLine}".Trim());
    }

    private Task OnClipSettledAsync(WorkerEvent.ClipSettled settled)
    {
        switch (settled)
        {
            case WorkerEvent.Judged(var job, { Clip: null } refused):
                var attempt = new FailedAttempt(refused.Problems)
                {
                    Checks = refused.Checks,
                    Take = refused.Refused,
                    IsFalseAnswer = refused.IsFalseAnswer,
                };
                return failures.HandleAsync(new FailureEvent.TakeRefused(job, attempt, refused.IsTooLong));
            case WorkerEvent.Judged(var job, _):
                return failures.HandleAsync(new FailureEvent.TakeAccepted(job));
            case WorkerEvent.StoreFailed(var cause):
                cancellation.ThrowIfCancellationRequested();
                throw cause is NarrationException
                    ? cause
                    : new NarrationException(
                        QualityFindings.Internal.At(null, $"A finished clip could not be stored: {cause.Message}"),
                        cause
                    );
            default:
                throw new ArgumentException($"No rule for {settled.GetType().Name}.", nameof(settled));
        }
    }
}
