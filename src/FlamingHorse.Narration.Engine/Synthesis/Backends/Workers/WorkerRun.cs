using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>
/// One model's requests through one worker at a time. This loop owns all state and reacts to events, one after the other; reading, writing
/// and judging go on beside it.
/// </summary>
internal sealed class WorkerRun : IDisposable
{
    private readonly Channel<WorkerEvent> _inbox = Channel.CreateUnbounded<WorkerEvent>(new() { SingleReader = true });
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly string _model;
    private readonly SynthesisOptions _options;
    private readonly WorkerTimeouts _timeouts;
    private readonly ISynthesisSink _sink;
    private readonly CancellationToken _cancellation;
    private readonly WorkerConnection _worker;
    private readonly BatchScheduler _scheduler;
    private readonly FailureHandling _failures;
    private readonly ClipIntake _intake;
    private readonly WorkerDialogue _dialogue;

    public WorkerRun(
        string model,
        IReadOnlyList<Job> jobs,
        SynthesisOptions options,
        WorkerTimeouts timeouts,
        TakeJudge judge,
        ISynthesisSink sink,
        RestartHistory restarts,
        CancellationToken cancellation
    )
    {
        (_model, _options, _timeouts, _sink, _cancellation) = (model, options, timeouts, sink, cancellation);
        IReadOnlyList<Model.Voice> voices = [.. jobs.Select(job => job.Spoken.Voice).DistinctBy(voice => voice.Name)];
        _worker = new(model, voices, options, _inbox.Writer, sink.Trace);
        _scheduler = new(jobs, job => sink.ClaimAsync(job.Spoken, cancellation), NameFile, timeouts.Poll);
        var state = new FailureState(options.BatchSize, restarts);
        var policy = new FailurePolicy(model, timeouts.Backoff);
        _failures = new(policy, state, _worker, _scheduler, options, sink, Now, cancellation);
        _intake = new(judge, sink, _inbox.Writer, cancellation);
        _dialogue = new(model, _worker, _scheduler, _failures, _intake, sink, Now);
    }

    /// <summary>The build's workers so far, these included.</summary>
    public RestartHistory Restarts => _failures.State.Restarts;

    /// <summary>Returns the jobs that did not fit into memory and have a stand-in.</summary>
    public async Task<IReadOnlyList<Job>> RunAsync()
    {
        try
        {
            while (true)
            {
                await FillAsync().ConfigureAwait(false);
                if (_scheduler.IsDone && _dialogue.BeingJudged == 0)
                {
                    break;
                }

                await ReactAsync().ConfigureAwait(false);
            }

            await _worker.ShutDownAsync(_timeouts.ShutdownTimeout).ConfigureAwait(false);
            if (_dialogue.PeakMemory > 0)
            {
                _sink.Trace(
                    string.Create(CultureInfo.InvariantCulture, $"worker: peak memory {_dialogue.PeakMemory:0.00} GiB with {_model}")
                );
            }

            return _failures.WithoutMemory;
        }
        finally
        {
            await AbandonAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _intake.Dispose();

    private TimeSpan Now() => _clock.Elapsed;

    private string NameFile(string number) => Path.Combine(_options.TemporaryDirectory, $"worker-{Restarts.Starts}-{number}.wav");

    /// <summary>Sends what may be sent, and starts a worker where there is something to send and none to send it to.</summary>
    private async Task FillAsync()
    {
        while (_scheduler.HasRoom)
        {
            if (!await _scheduler.FormNextAsync(LimitOf, Now()).ConfigureAwait(false))
            {
                return;
            }

            if (!_worker.IsStarted && Now() >= _failures.NotBefore)
            {
                await _failures.HandleAsync(new FailureEvent.WorkerNeeded()).ConfigureAwait(false);
            }

            if (!_worker.IsReady)
            {
                return;
            }

            _worker.Send(_scheduler.Dispatch(), Now());
        }

        int LimitOf(string voice) => _worker.LimitOf(voice, _failures.State.BatchLimit);
    }

    /// <summary>Waits for something to happen, or for the time by which something should have.</summary>
    private async Task ReactAsync()
    {
        if (!_inbox.Reader.TryRead(out var happened))
        {
            var (at, late) = WorkerDeadlines.Next(_worker, _scheduler, _timeouts, _failures.NotBefore, Now());
            var wait = at - Now();
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
            timer.CancelAfter(wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
            try
            {
                happened = await _inbox.Reader.ReadAsync(timer.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!_cancellation.IsCancellationRequested)
            {
                if (late is not null)
                {
                    await FailWorkerAsync(late).ConfigureAwait(false);
                }

                return;
            }
        }

        await HandleAsync(happened).ConfigureAwait(false);
    }

    private async Task HandleAsync(WorkerEvent happened)
    {
        switch (happened)
        {
            case WorkerEvent.MessageReceived received when _worker.IsFrom(received.Sender):
                _worker.LastHeard = Now();
                await _dialogue.HearAsync(received.Message).ConfigureAwait(false);
                break;
            case WorkerEvent.MalformedOutput malformed when _worker.IsFrom(malformed.Sender):
                await OnMalformedOutputAsync(malformed.Shown).ConfigureAwait(false);
                break;
            case WorkerEvent.Ended ended when _worker.IsFrom(ended.Sender):
                await OnWorkerExitedAsync(ended.ExitCode).ConfigureAwait(false);
                break;
            case WorkerEvent.Judged(var job, { Clip: null } refused):
                _dialogue.BeingJudged--;
                var attempt = new FailedAttempt(refused.Problems) { Checks = refused.Checks };
                await _failures.HandleAsync(new FailureEvent.TakeRefused(job, attempt, refused.IsTooLong)).ConfigureAwait(false);
                break;
            case WorkerEvent.Judged(var job, _):
                _dialogue.BeingJudged--;
                await _failures.HandleAsync(new FailureEvent.TakeAccepted(job)).ConfigureAwait(false);
                break;
            case WorkerEvent.StoreFailed(var cause):
                _dialogue.BeingJudged--;
                _cancellation.ThrowIfCancellationRequested();
                throw cause is NarrationException
                    ? cause
                    : new NarrationException(
                        QualityFindings.Internal.At(null, $"A finished clip could not be stored: {cause.Message}"),
                        cause
                    );
        }
    }

    private Task OnMalformedOutputAsync(string shown) =>
        WorkerExit.IsNoWorker(_worker, _options, $"its first words were {shown}") is { } finding
            ? _failures.HandleAsync(new FailureEvent.BackendUnusable(finding))
            : FailWorkerAsync($"it wrote what is no message of the protocol: {shown}", VoiceFindings.WorkerProtocol);

    /// <summary>The process ended by itself.</summary>
    private Task OnWorkerExitedAsync(int exitCode)
    {
        var errors = _worker.Errors;
        if (!_worker.HasWorked)
        {
            return _failures.HandleAsync(new FailureEvent.BackendUnusable(WorkerExit.Explain(exitCode, _worker, _options)));
        }

        if (_scheduler.Running?.StartedAt is not null && WorkerFaults.IsOutOfMemory(exitCode, errors))
        {
            _intake.EndBatch();
            var running = _scheduler.TakeSuspect()!;
            IReadOnlyList<Job> victims = [.. running.OutOfMemory, .. running.Abandon()];
            return _failures.HandleAsync(new FailureEvent.MemoryExhausted(victims, running.Items.Count));
        }

        return FailWorkerAsync($"it ended with code {exitCode}. {errors[(errors.LastIndexOf('\n') + 1)..]}".Trim());
    }

    private Task FailWorkerAsync(string why, FindingKind? kind = null)
    {
        _intake.EndBatch();
        return _failures.FailWorkerAsync(why, kind);
    }

    /// <summary>After success there is nothing left to do here; otherwise the worker goes at once, and clips that are being stored are stored.</summary>
    private async Task AbandonAsync()
    {
        _worker.Cancel();
        await _worker.EndAsync().ConfigureAwait(false);
        _intake.EndBatch();
        using var patience = new CancellationTokenSource(_timeouts.ShutdownTimeout);
        try
        {
            while (_dialogue.BeingJudged > 0)
            {
                var happened = await _inbox.Reader.ReadAsync(patience.Token).ConfigureAwait(false);
                _dialogue.BeingJudged -= happened is WorkerEvent.Judged or WorkerEvent.StoreFailed ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            // what is not stored by now is made again
        }

        _scheduler.TakeBack();
    }
}
