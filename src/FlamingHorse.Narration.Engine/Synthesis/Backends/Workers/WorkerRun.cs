using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>
/// One model's requests through one worker at a time. A single loop owns all state and reacts to events; reading, writing and
/// judging go on beside it. Two batches are with the worker at any time, so that its device never waits for the host.
/// </summary>
internal sealed partial class WorkerRun(
    string model,
    IReadOnlyList<Job> jobs,
    SynthesisOptions options,
    WorkerTimeouts timeouts,
    ClipJudge judge,
    ISynthesisSink sink,
    RestartBudget restarts,
    CancellationToken cancellation
)
{
    private const int BatchesAhead = 2;

    private readonly Channel<WorkerEvent> _inbox = Channel.CreateUnbounded<WorkerEvent>(new() { SingleReader = true });
    private readonly Channel<Action> _judgements = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly JobQueue _queue = new(jobs);
    private readonly List<Batch> _inFlight = [];
    private readonly Dictionary<string, DegenerateReferenceDetector> _voices = new(StringComparer.Ordinal);
    private readonly List<Job> _withoutMemory = [];

    private WorkerProcess? _worker;
    private WorkerMessage.Hello? _hello;
    private WorkerMessage.Ready? _ready;
    private WorkerMessage.Ready? _limits; // of the last worker that batches; a new one will not differ
    private IReadOnlyDictionary<string, string> _engine = new Dictionary<string, string>();
    private Batch? _next;
    private int _judging;
    private int _batchLimit = options.BatchSize;
    private double? _speed;
    private double _peak; // GiB, as the worker tells
    private TimeSpan _startedAt;
    private TimeSpan _lastWord;
    private TimeSpan _notBefore;
    private TimeSpan _recallAt;
    private long _lastId;
    private long _lastBatch;

    /// <summary>Returns the jobs that did not fit into memory and have a stand-in.</summary>
    public async Task<IReadOnlyList<Job>> RunAsync()
    {
        _ = Task.Factory.StartNew(JudgeAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (true)
            {
                await FillAsync().ConfigureAwait(false);
                if (_inFlight.Count == 0 && _next is null && _judging == 0 && _queue.IsEmpty)
                {
                    break;
                }

                await ReactAsync().ConfigureAwait(false);
            }

            if (_worker is { } worker)
            {
                _worker = null;
                await worker.ShutDownAsync(timeouts.ShutdownTimeout).ConfigureAwait(false);
            }

            if (_peak > 0)
            {
                sink.Trace(string.Create(CultureInfo.InvariantCulture, $"worker: peak memory {_peak:0.00} GiB with {model}"));
            }

            return _withoutMemory;
        }
        finally
        {
            await AbandonAsync().ConfigureAwait(false);
        }
    }

    private async Task FillAsync()
    {
        while (_inFlight.Count < BatchesAhead)
        {
            _next ??= await FormAsync().ConfigureAwait(false);
            if (_next is null)
            {
                return;
            }

            if (_worker is null)
            {
                Start();
            }

            if (_ready is null)
            {
                return;
            }

            _inFlight.Add(_next);
            _lastWord = _clock.Elapsed;
            _worker?.Send(HostMessage.Synth(_next));
            _next = null;
        }
    }

    private async Task<Batch?> FormAsync()
    {
        if (_queue.HasDeferred && _clock.Elapsed >= _recallAt)
        {
            _queue.Recall();
            _recallAt = _clock.Elapsed + timeouts.Poll;
        }

        var taken = await _queue.TakeAsync(LimitOf, job => sink.ClaimAsync(job.Spoken, cancellation)).ConfigureAwait(false);
        return taken.Count == 0 ? null : new Batch(++_lastBatch, [.. taken.Select(Item)]);

        BatchItem Item(Job job, int position)
        {
            var path = Path.Combine(
                options.TemporaryDirectory,
                string.Create(CultureInfo.InvariantCulture, $"worker-{restarts.Starts}-{++_lastId}.wav")
            );
            return new BatchItem(_lastId, job, position, FrameCap.For(job.Spoken.Estimate), path);
        }
    }

    private int LimitOf(string voice)
    {
        if (_limits is null)
        {
            return 1;
        }

        var ofVoice = _limits.Voices.FirstOrDefault(limit => limit.Name == voice)?.MaxBatch ?? int.MaxValue;
        return Math.Max(1, Math.Min(_batchLimit, Math.Min(_limits.MaxBatch, ofVoice)));
    }

    private void Start()
    {
        if (_clock.Elapsed < _notBefore)
        {
            return;
        }

        restarts.ThrowIfSpent();
        try
        {
            _worker = WorkerProcess.Spawn(WorkerCommands.For(options), _inbox.Writer, line => sink.Trace($"worker: {line}"));
        }
        catch (ChildStartException e)
        {
            throw new NarrationException(WorkerCommands.CannotStart(options, e.Message), e);
        }

        restarts.Starts++;
        _startedAt = _lastWord = _clock.Elapsed;
        sink.WorkerStarted();
    }

    /// <summary>Waits for something to happen, or for the time by which something should have.</summary>
    private async Task ReactAsync()
    {
        if (_inbox.Reader.TryRead(out var happened))
        {
            await HandleAsync(happened).ConfigureAwait(false);
            return;
        }

        var (wait, late) = NextDeadline();
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
        try
        {
            happened = await _inbox.Reader.ReadAsync(timer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            if (late is not null)
            {
                await RestartWorkerAsync(late).ConfigureAwait(false);
            }

            return;
        }

        await HandleAsync(happened).ConfigureAwait(false);
    }

    /// <summary>Until when to wait, and what is wrong when nothing came until then; null when it is only time to look again.</summary>
    private (TimeSpan Wait, string? Late) NextDeadline()
    {
        var now = _clock.Elapsed;
        var (at, late) = (now + TimeSpan.FromMinutes(1), (string?)null);
        if (_worker is null && _next is not null)
        {
            (at, late) = (_notBefore, null);
        }
        else if (_worker is not null && _ready is null)
        {
            (at, late) = (_startedAt + timeouts.ColdStart, $"it was not ready within {timeouts.ColdStart.TotalSeconds:0} s");
        }
        else if (_inFlight.Count > 0)
        {
            var running = _inFlight[0];
            if (running.StartedAt is { } started)
            {
                var limit = timeouts.Batch(running.LongestCap, SpeedOf(running, now - started));
                (at, late) = (started + limit, $"a batch took longer than {limit.TotalSeconds:0} s");
            }

            var tells = _hello!.Caps.Contains("progress") || running.StartedAt is null;
            if (tells && _lastWord + timeouts.Silence < at)
            {
                (at, late) = (_lastWord + timeouts.Silence, $"it said nothing for {timeouts.Silence.TotalSeconds:0} s");
            }
        }

        if (_queue.HasDeferred && _recallAt < at && _inFlight.Count < BatchesAhead)
        {
            (at, late) = (_recallAt, null);
        }

        return (at - now, late);
    }

    /// <summary>Seconds of sound a second: as measured, or, until a first batch is done, as its progress tells; never better than real time then.</summary>
    private double SpeedOf(Batch running, TimeSpan elapsed)
    {
        var told = running.Frames > 0 && elapsed > TimeSpan.Zero ? FrameCap.Length(running.Frames) / elapsed : double.MaxValue;
        return _speed ?? Math.Min(1, told);
    }

    /// <summary>After success there is nothing left to do here; otherwise the worker goes at once, and clips that are being stored are stored.</summary>
    private async Task AbandonAsync()
    {
        if (_worker is { } worker)
        {
            _worker = null;
            worker.Send(HostMessage.Cancel());
            await worker.DisposeAsync().ConfigureAwait(false);
        }

        var patience = _clock.Elapsed + timeouts.ShutdownTimeout;
        while (_judging > 0 && _clock.Elapsed < patience)
        {
            if (_inbox.Reader.TryRead(out var happened))
            {
                _judging -= happened is WorkerEvent.Judged or WorkerEvent.StoreFailed ? 1 : 0;
            }
            else
            {
                await Task.Delay(10, CancellationToken.None).ConfigureAwait(false);
            }
        }

        _judgements.Writer.TryComplete();
        foreach (var item in _inFlight.SelectMany(batch => batch.Open))
        {
            File.Delete(item.Path);
        }
    }
}
