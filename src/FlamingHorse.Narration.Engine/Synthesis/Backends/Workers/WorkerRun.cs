using System.Globalization;
using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>
/// One model's requests through one worker at a time. This loop owns all state and reacts to events, one after the other; reading,
/// writing and judging go on beside it.
/// </summary>
internal sealed class WorkerRun : IDisposable
{
    private readonly Channel<WorkerEvent> _inbox = Channel.CreateUnbounded<WorkerEvent>(new() { SingleReader = true });
    private readonly long _began;
    private readonly SynthesisOptions _options;
    private readonly WorkerTimeouts _timeouts;
    private readonly CancellationToken _cancellation;
    private readonly WorkerConnection _worker;
    private readonly BatchScheduler _scheduler;
    private readonly FailureHandling _failures;
    private readonly ClipIntake _intake;
    private readonly WorkerDialogue _dialogue;
    private readonly WorkerEventHandler _events;
    private readonly BatchDispatch _dispatch;

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
        (_options, _timeouts, _cancellation) = (options, timeouts, cancellation);
        _began = timeouts.Clock.GetTimestamp();
        IReadOnlyList<Model.Voice> voices = [.. jobs.Select(job => job.Spoken.Voice).DistinctBy(voice => voice.Name)];
        _worker = new(model, voices, options, _inbox.Writer, sink.Trace);
        _scheduler = new(jobs, job => sink.ClaimAsync(job.Spoken, cancellation), NameFile, timeouts.Poll);
        var state = new FailureState(options.BatchSize, restarts);
        var policy = new FailurePolicy(model, timeouts.Backoff);
        _failures = new(policy, state, _worker, _scheduler, options, sink, Now, cancellation);
        _intake = new(judge, sink, _inbox.Writer, cancellation);
        _dialogue = new(model, _worker, _scheduler, _failures, _intake, sink, options.Ears, Now);
        _dispatch = new(_worker, _scheduler, _failures, Now);
        _events = new(_worker, _scheduler, _failures, _intake, _dialogue, options, Now, cancellation);
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
                await _dispatch.FillAsync().ConfigureAwait(false);
                if (_scheduler.IsDone && _intake.InProgress == 0)
                {
                    break;
                }

                await ReactAsync().ConfigureAwait(false);
            }

            await _worker.ShutDownAsync(_timeouts.ShutdownTimeout).ConfigureAwait(false);
            _dialogue.TracePeakMemory();
            return _failures.WithoutMemory;
        }
        finally
        {
            await AbandonAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _intake.Dispose();

    private TimeSpan Now() => _timeouts.Clock.GetElapsedTime(_began);

    private string NameFile(long number) =>
        Path.Combine(_options.TemporaryDirectory, string.Create(CultureInfo.InvariantCulture, $"worker-{Restarts.Starts}-{number}.wav"));

    /// <summary>Waits for something to happen, or for the time by which something should have.</summary>
    private async Task ReactAsync()
    {
        if (!_inbox.Reader.TryRead(out var happened))
        {
            var (at, late) = WorkerDeadlines.Next(
                _worker,
                _scheduler,
                _options.Ears?.IsAsked == true,
                _timeouts,
                _failures.NotBefore,
                Now()
            );
            var wait = at - Now();
            using var timer = new CancellationTokenSource(wait < TimeSpan.Zero ? TimeSpan.Zero : wait, _timeouts.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _cancellation);
            try
            {
                happened = await _inbox.Reader.ReadAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!_cancellation.IsCancellationRequested)
            {
                if (late is not null)
                {
                    await _events.FailWorkerAsync(late).ConfigureAwait(false);
                }

                return;
            }
        }

        await _events.HandleAsync(happened).ConfigureAwait(false);
    }

    /// <summary>Does nothing after success; otherwise the worker goes at once, and clips that are being stored are stored.</summary>
    private async Task AbandonAsync()
    {
        _worker.Cancel();
        await _worker.EndAsync().ConfigureAwait(false);
        _intake.EndBatch();
        await _intake.WaitForSettledAsync(_inbox.Reader, _timeouts.ShutdownTimeout).ConfigureAwait(false);
        _scheduler.TakeBack();
    }
}
