using System.Globalization;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>What each message of the worker leads to.</summary>
internal sealed class WorkerDialogue(
    string model,
    WorkerConnection worker,
    BatchScheduler scheduler,
    FailureHandling failures,
    ClipIntake intake,
    ISynthesisSink sink,
    WorkerEars? ears,
    Func<TimeSpan> clock
)
{
    private double _peakMemory; // GiB, as the worker tells; 0 when it does not

    /// <exception cref="NarrationException">The run is over.</exception>
    public Task HearAsync(WorkerMessage message)
    {
        switch (message)
        {
            case WorkerMessage.Hello hello:
                worker.Greet(hello);
                return Task.CompletedTask;
            case WorkerMessage.Ready ready:
                Begin(ready);
                return Task.CompletedTask;
            case var heard when ears?.Hear(heard) == true:
                return Task.CompletedTask;
            case WorkerMessage.Started started when scheduler.Find(started.Batch) is { } batch:
                batch.StartedAt ??= clock();
                return Task.CompletedTask;
            case WorkerMessage.Progress progress when scheduler.Find(progress.Batch) is { } batch:
                batch.Frames = progress.Frames;
                sink.Progress(FrameCap.Length(progress.Frames));
                return Task.CompletedTask;
            case WorkerMessage.Done done:
                return AnswerAsync(done.Id, (item, batch) => TakeIn(item, batch, done));
            case WorkerMessage.Error { Id: { } id } error:
                return AnswerAsync(id, (item, batch) => RefuseAsync(item, batch, error));
            case WorkerMessage.Error error when !worker.IsReady:
                return failures.HandleAsync(new FailureEvent.BackendUnusable(WorkerFaults.Of(error)));
            case WorkerMessage.Error error:
                return failures.FailWorkerAsync(error.Message);
            default:
                return failures.FailWorkerAsync($"it answered out of turn ({message.GetType().Name})", VoiceFindings.WorkerProtocol);
        }
    }

    /// <summary>Traces the most memory that the worker used, where it told.</summary>
    public void TracePeakMemory()
    {
        if (_peakMemory > 0)
        {
            sink.Trace(string.Create(CultureInfo.InvariantCulture, $"worker: peak memory {_peakMemory:0.00} GiB with {model}"));
        }
    }

    private void Begin(WorkerMessage.Ready ready)
    {
        worker.BecomeReady(ready);
        ears?.Open(ready, line => worker.Send(line, clock()));
        sink.ModelLoaded(model, TimeSpan.FromMilliseconds(Math.Clamp(ready.LoadMs, 0, 1e9)));
        sink.Trace($"worker ready: {string.Join(", ", worker.Engine.Select(pair => $"{pair.Key} {pair.Value}"))}");
        foreach (var warning in ready.Warnings)
        {
            sink.Report((WorkerFaults.Kind(warning.Finding, "") ?? VoiceFindings.EngineHasKnownFaults).At(null, warning.Message));
        }
    }

    /// <summary>Every item is answered exactly once; an answer to anything else breaks the protocol.</summary>
    private async Task AnswerAsync(long id, Func<BatchItem, Batch, Task> react)
    {
        if (scheduler.Answer(id) is not var (item, batch))
        {
            var number = id.ToString(CultureInfo.InvariantCulture);
            await failures
                .FailWorkerAsync($"it answered item {number}, which it does not have", VoiceFindings.WorkerProtocol)
                .ConfigureAwait(false);
            return;
        }

        await react(item, batch).ConfigureAwait(false);
        if (!batch.IsAnswered)
        {
            return;
        }

        intake.EndBatch();
        scheduler.Close(batch, clock());
        if (batch.OutOfMemory.Count > 0)
        {
            await failures.HandleAsync(new FailureEvent.MemoryExhausted(batch.OutOfMemory, batch.Items.Count)).ConfigureAwait(false);
        }
    }

    private Task TakeIn(BatchItem item, Batch batch, WorkerMessage.Done done)
    {
        _peakMemory = Math.Max(_peakMemory, done.PeakGib ?? 0);
        batch.LongestClip = TimeSpan.FromSeconds(Math.Max(batch.LongestClip.TotalSeconds, done.Seconds));
        if (item.Job.IsGivenUp)
        {
            item.DeleteFile();
        }
        else
        {
            intake.Take(item, batch, done, worker.Engine);
        }

        return Task.CompletedTask;
    }

    private async Task RefuseAsync(BatchItem item, Batch batch, WorkerMessage.Error error)
    {
        var job = item.Job;
        item.DeleteFile();
        if (error.Code == "oom")
        {
            batch.OutOfMemory.Add(job);
            return;
        }

        await failures.HandleAsync(FailureEvent.Of(job, error)).ConfigureAwait(false);
    }
}
