using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>What becomes of the work when a worker does not live to do it.</summary>
internal sealed partial class WorkerRun
{
    /// <summary>A text that kills this many is left.</summary>
    private const int MostDeaths = 2;

    /// <summary>This many requests in a row that do not fit alone say that none will.</summary>
    private const int MostUnfit = 2;

    private int _answered;
    private int _unfit;
    private bool _wasReady;

    /// <summary>The process ended by itself.</summary>
    private async Task OnWorkerExitedAsync(int exitCode)
    {
        var errors = _worker!.Errors;
        if (_ready is null && !_wasReady)
        {
            if (exitCode is 126 or 127)
            {
                throw new NarrationException(
                    WorkerCommands.CannotStart(options, $"The worker cannot be started (code {exitCode}). {errors}".Trim())
                );
            }

            var death = WorkerFaults.OfDeath(exitCode, errors);
            if (death.Kind == VoiceFindings.WorkerFailed)
            {
                ThrowIfNoWorker($"it ended with code {exitCode}. {errors}".Trim());
            }

            throw new NarrationException(death);
        }

        if (_inFlight.Count > 0 && _inFlight[0].StartedAt is not null && WorkerFaults.IsOutOfMemory(exitCode, errors))
        {
            var running = _inFlight[0];
            _inFlight.RemoveAt(0);
            await ShrinkAsync([.. running.OutOfMemory, .. Take(running)], running.Items.Count).ConfigureAwait(false);
            return;
        }

        await RestartWorkerAsync($"it ended with code {exitCode}. {LastLine(errors)}".Trim()).ConfigureAwait(false);
    }

    /// <summary>Before its hello our own worker does nothing that could fail: what fails there is the interpreter.</summary>
    private void ThrowIfNoWorker(string sign)
    {
        if (_hello is null && !_wasReady && WorkerCommands.IsNoWorker(options, sign) is { } finding)
        {
            throw new NarrationException(finding);
        }
    }

    /// <summary>The worker is no use any more: what it was at comes back one at a time, what it had not begun comes back as it was.</summary>
    private async Task RestartWorkerAsync(string why, FindingKind? kind = null)
    {
        EnsureFreeSpace();
        var running = _inFlight.Count > 0 && (_inFlight[0].StartedAt is not null || _answered == 0) ? _inFlight[0] : null;
        if (running is not null)
        {
            _inFlight.RemoveAt(0);
        }

        var hasNeverWorked = kind is null && _ready is null && !_wasReady;
        await ReplaceAsync().ConfigureAwait(false);
        var finding = (kind ?? VoiceFindings.WorkerFailed).At(
            null,
            $"The worker failed: {why}. It was started {restarts.Starts} times. Run 'dotnet build -t:PrepareNarration' for a diagnosis; finished segments are kept."
        );
        if (hasNeverWorked)
        {
            throw new NarrationException(finding);
        }

        _notBefore = _clock.Elapsed + restarts.Fail(finding);
        sink.Report(VoiceFindings.WorkerRestarted.At(null, $"The worker failed: {why}. What it was at is made again."));
        if (running is null)
        {
            return;
        }

        var suspects = Take(running);
        foreach (var job in suspects)
        {
            job.IsAlone = true;
            job.Deaths++;
            if (job.Deaths >= MostDeaths)
            {
                await FailAsync(
                        job,
                        VoiceFindings.TextKillsWorker.At(
                            job.Owner.Place,
                            $"The worker died {job.Deaths} times on '{job.Owner.Id}': {why}. Say it in other words, or write SpokenAs; the other segments are made."
                        )
                    )
                    .ConfigureAwait(false);
            }
        }

        _queue.Return([.. running.OutOfMemory, .. suspects]);
    }

    /// <summary>Out of memory: half the batch with a fresh worker; alone, once more with a fresh worker, then the stand-in or an error.</summary>
    private async Task ShrinkAsync(IReadOnlyList<Job> victims, int batchSize)
    {
        await ReplaceAsync().ConfigureAwait(false);
        _batchLimit = Math.Min(_batchLimit, Math.Max(1, batchSize / 2));
        sink.Report(
            VoiceFindings.WorkerRestarted.At(
                null,
                $"The worker ran out of memory with {batchSize} segments at once; it is started again with at most {_batchLimit}."
            )
        );
        foreach (var job in victims)
        {
            job.MemoryFaults += batchSize == 1 ? 1 : 0;
            if (job.MemoryFaults < MostDeaths)
            {
                _queue.Return([job]);
                continue;
            }

            _unfit++;
            await LeaveForMemoryAsync(job).ConfigureAwait(false);
        }

        if (_unfit >= MostUnfit)
        {
            var rest = _queue.All.ToList();
            _queue.Remove(_ => true);
            foreach (var job in rest)
            {
                await LeaveForMemoryAsync(job).ConfigureAwait(false);
            }
        }
    }

    private async Task LeaveForMemoryAsync(Job job)
    {
        if (job is { IsGivenUp: false, Spoken.StandIn: { } standIn })
        {
            sink.Report(
                VoiceFindings.OtherModelUsed.At(
                    job.Owner.Place,
                    $"'{job.Owner.Id}' does not fit into memory with {model}; it is spoken by {standIn.Voice.Model}."
                )
            );
            _withoutMemory.Add(job);
            return;
        }

        await FailAsync(
                job,
                VoiceFindings.OutOfMemory.At(
                    job.Owner.Place,
                    $"'{job.Owner.Id}' does not fit into memory with {model}, even alone and with a fresh worker. Split the segment, choose a smaller model (NarrationQuality=Draft, NarrationModel), raise NarrationMemoryLimit, or name a NarrationOutOfMemoryModel."
                )
            )
            .ConfigureAwait(false);
    }

    /// <summary>Ends the worker and takes back what it had not begun. The next is started when there is something to send.</summary>
    private async Task ReplaceAsync()
    {
        var worker = _worker;
        (_worker, _hello, _wasReady) = (null, null, _wasReady || _ready is not null);
        _ready = null;
        _answered = 0;
        var waiting = _inFlight.SelectMany(Take).ToList();
        if (_next is not null)
        {
            waiting.AddRange(Take(_next));
            _next = null;
        }

        _inFlight.Clear();
        _queue.Return(waiting);
        if (worker is not null)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static List<Job> Take(Batch batch)
    {
        var open = batch.Open.ToList();
        foreach (var item in open)
        {
            File.Delete(item.Path);
        }

        return [.. open.Select(item => item.Job)];
    }

    /// <summary>A worker without room for its clips fails in its own words; the room itself says it better, and restarts would not help.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    private void EnsureFreeSpace() => RunFolder.EnsureFreeSpace(options.TemporaryDirectory);

    private static string LastLine(string errors) => errors.Length == 0 ? "" : errors[(errors.LastIndexOf('\n') + 1)..];
}
