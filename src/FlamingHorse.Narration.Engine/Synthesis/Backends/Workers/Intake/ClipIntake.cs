using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;

/// <summary>
/// What becomes of a worker's clips: verified, judged, listened to batch by batch, stored. All of it beside the run's loop, which hears of
/// each clip by an event; the worker is already at the next batch.
/// </summary>
internal sealed class ClipIntake : IDisposable
{
    private readonly Channel<Action> _measurements = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private readonly List<PassedClip> _passed = []; // by the measuring thread alone
    private readonly TakeJudge _judge;
    private readonly ListeningQueue _listening;
    private readonly ISynthesisSink _sink;
    private readonly ChannelWriter<WorkerEvent> _events;

    public ClipIntake(TakeJudge judge, ISynthesisSink sink, ChannelWriter<WorkerEvent> events, CancellationToken cancellation)
    {
        (_judge, _sink, _events) = (judge, sink, events);
        _listening = new ListeningQueue(judge, cancellation);
        _ = Task.Factory.StartNew(MeasureAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Clips that were accepted and are not settled yet; changed only by the loop.</summary>
    public int InProgress { get; set; }

    /// <summary>Takes a clip in; exactly one <see cref="WorkerEvent.ClipSettled"/> will follow.</summary>
    public void Take(BatchItem item, Batch batch, WorkerMessage.Done done, IReadOnlyDictionary<string, string> engine)
    {
        InProgress++;
        var (job, attempts) = (item.Job, item.Job.Attempts);
        _measurements.Writer.TryWrite(() =>
        {
            try
            {
                var (raw, problem) = ClipVerifier.Read(item, batch, done, engine);
                item.DeleteFile();
                var judged = raw is null ? JudgedClip.RefuseAnswer(problem!) : _judge.Measure(job.Spoken, raw, attempts.Current);
                if (judged.Clip is { } clip && _judge.Listens)
                {
                    _passed.Add(new PassedClip(job, new TakeToCheck(clip, raw!) { Earlier = attempts.Heard }));
                }
                else
                {
                    _ = StoreAsync(job, judged);
                }
            }
            catch (Exception e)
            {
                _events.TryWrite(new WorkerEvent.StoreFailed(e));
            }
        });
    }

    /// <summary>Says that no more clips of the batch will come, so that those that passed the gate are listened to together.</summary>
    public void EndBatch() =>
        _measurements.Writer.TryWrite(() =>
        {
            if (_passed.Count > 0)
            {
                _ = ListenAsync([.. _passed]);
                _passed.Clear();
            }
        });

    /// <summary>Reads the loop's events in its place until every clip is settled; what is not by then is made again.</summary>
    public async Task WaitForSettledAsync(ChannelReader<WorkerEvent> inbox, TimeSpan patience)
    {
        using var timer = new CancellationTokenSource(patience);
        try
        {
            while (InProgress > 0)
            {
                InProgress -= await inbox.ReadAsync(timer.Token).ConfigureAwait(false) is WorkerEvent.ClipSettled ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            // The prompt must come back.
        }
    }

    public void Dispose()
    {
        _measurements.Writer.TryComplete();
        _listening.Dispose();
    }

    /// <summary>Runs on its own thread: filters over minutes of sound must not delay the loop. Storing continues in parallel.</summary>
    private void MeasureAll()
    {
        while (_measurements.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_measurements.Reader.TryRead(out var measure))
            {
                measure();
            }
        }
    }

    private async Task ListenAsync(IReadOnlyList<PassedClip> clips)
    {
        try
        {
            var verdicts = await _listening.CheckAsync([.. clips.Select(clip => clip.Take)]).ConfigureAwait(false);
            await Task.WhenAll(clips.Zip(verdicts, (clip, verdict) => StoreAsync(clip.Job, verdict))).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            foreach (var _ in clips)
            {
                _events.TryWrite(new WorkerEvent.StoreFailed(e));
            }
        }
    }

    /// <summary>Not cancellable: a clip that cost a minute of the device survives Ctrl-C.</summary>
    private async Task StoreAsync(Job job, JudgedClip judged)
    {
        try
        {
            if (judged.Clip is { } clip)
            {
                await _sink.CompletedAsync(clip with { Request = job.Owner }, CancellationToken.None).ConfigureAwait(false);
            }

            _events.TryWrite(new WorkerEvent.Judged(job, judged));
        }
        catch (Exception e)
        {
            _events.TryWrite(new WorkerEvent.StoreFailed(e));
        }
    }

    private sealed record PassedClip(Job Job, TakeToCheck Take);
}
