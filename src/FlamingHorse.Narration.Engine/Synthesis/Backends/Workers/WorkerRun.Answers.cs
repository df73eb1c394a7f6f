using System.Globalization;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>What the worker says, and what becomes of a clip.</summary>
internal sealed partial class WorkerRun
{
    private async Task HandleAsync(WorkerEvent happened)
    {
        switch (happened)
        {
            case WorkerEvent.MessageReceived spoke when spoke.Sender == _worker:
                _lastWord = _clock.Elapsed;
                await HearAsync(spoke.Message).ConfigureAwait(false);
                break;
            case WorkerEvent.MalformedOutput babbled when babbled.Sender == _worker:
                ThrowIfNoWorker($"its first words were {babbled.Shown}");
                await RestartWorkerAsync($"it wrote what is no message of the protocol: {babbled.Shown}", VoiceFindings.WorkerProtocol)
                    .ConfigureAwait(false);
                break;
            case WorkerEvent.Ended ended when ended.Sender == _worker:
                await OnWorkerExitedAsync(ended.ExitCode).ConfigureAwait(false);
                break;
            case WorkerEvent.Judged judged:
                _judging--;
                await SettleAsync(judged.Job, judged.Clip).ConfigureAwait(false);
                break;
            case WorkerEvent.StoreFailed broke:
                _judging--;
                throw broke.Cause is NarrationException
                    ? broke.Cause
                    : new NarrationException(
                        QualityFindings.Internal.At(null, $"A finished clip could not be stored: {broke.Cause.Message}"),
                        broke.Cause
                    );
        }
    }

    private Task HearAsync(WorkerMessage message)
    {
        switch (message)
        {
            case WorkerMessage.Hello hello:
                return GreetAsync(hello);
            case WorkerMessage.Ready ready:
                Begin(ready);
                return Task.CompletedTask;
            case WorkerMessage.Started started when _inFlight.Find(batch => batch.Number == started.Batch) is { } batch:
                batch.StartedAt ??= _clock.Elapsed;
                return Task.CompletedTask;
            case WorkerMessage.Progress progress when _inFlight.Find(batch => batch.Number == progress.Batch) is { } batch:
                batch.Frames = progress.Frames;
                sink.Progress(FrameCap.Length(progress.Frames));
                return Task.CompletedTask;
            case WorkerMessage.Done done:
                return AnswerAsync(done.Id, item => Judge(item.Item, item.Batch, done));
            case WorkerMessage.Error { Id: { } id } error:
                return AnswerAsync(id, item => RefuseAsync(item.Item, item.Batch, error));
            case WorkerMessage.Error error when _ready is null:
                throw new NarrationException(WorkerFaults.Of(error));
            case WorkerMessage.Error error:
                return RestartWorkerAsync(error.Message);
            default:
                return RestartWorkerAsync($"it answered out of turn ({message.GetType().Name})", VoiceFindings.WorkerProtocol);
        }
    }

    private Task GreetAsync(WorkerMessage.Hello hello)
    {
        if (hello.Proto != HostMessage.Protocol)
        {
            throw new NarrationException(
                VoiceFindings.WorkerProtocol.At(
                    null,
                    $"The worker speaks protocol {hello.Proto}; this package speaks {HostMessage.Protocol}. Take a worker of the same version."
                )
            );
        }

        _hello = hello;
        var voices = jobs.Select(job => job.Spoken.Voice).DistinctBy(voice => voice.Name);
        _worker!.Send(HostMessage.Init(model, voices, options));
        return Task.CompletedTask;
    }

    private void Begin(WorkerMessage.Ready ready)
    {
        _ready = ready;
        _limits = _hello!.Caps.Contains("batch") ? ready : null;
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in ready.Engine)
        {
            versions[name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }

        if (_hello is { Worker.Length: > 0 } hello)
        {
            versions["worker"] = $"{hello.Worker} {hello.Version}".Trim();
        }

        _engine = versions;
        sink.ModelLoaded(model, TimeSpan.FromMilliseconds(Math.Clamp(ready.LoadMs, 0, 1e9)));
        sink.Trace($"worker ready: {string.Join(", ", versions.Select(pair => $"{pair.Key} {pair.Value}"))}");
        foreach (var warning in ready.Warnings)
        {
            sink.Report((WorkerFaults.Kind(warning.Finding, "") ?? VoiceFindings.EngineHasKnownFaults).At(null, warning.Message));
        }
    }

    /// <summary>Every item is answered exactly once; an answer to anything else breaks the protocol.</summary>
    private async Task AnswerAsync(long id, Func<(BatchItem Item, Batch Batch), Task> react)
    {
        if (_inFlight.Find(batch => batch.Holds(id)) is not { } batch)
        {
            await RestartWorkerAsync(
                    $"it answered item {id.ToString(CultureInfo.InvariantCulture)}, which it does not have",
                    VoiceFindings.WorkerProtocol
                )
                .ConfigureAwait(false);
            return;
        }

        _answered++;
        await react((batch.Answer(id), batch)).ConfigureAwait(false);
        if (batch.IsAnswered)
        {
            await CloseAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task CloseAsync(Batch batch)
    {
        _inFlight.Remove(batch);
        if (batch.StartedAt is { } started && batch.LongestClip > TimeSpan.Zero)
        {
            var speed = batch.LongestClip / (_clock.Elapsed - started);
            _speed = _speed is { } known ? Math.Min(speed, (known + speed) / 2) : speed;
        }

        if (batch.OutOfMemory.Count > 0)
        {
            await ShrinkAsync(batch.OutOfMemory, batch.Items.Count).ConfigureAwait(false);
        }
    }

    /// <summary>Beside the loop: the worker is already at the next batch.</summary>
    private Task Judge(BatchItem item, Batch batch, WorkerMessage.Done done)
    {
        _peak = Math.Max(_peak, done.PeakGib ?? 0);
        batch.LongestClip = TimeSpan.FromSeconds(Math.Max(batch.LongestClip.TotalSeconds, done.Seconds));
        if (item.Job.IsGivenUp)
        {
            File.Delete(item.Path);
            return Task.CompletedTask;
        }

        _judging++;
        var (engine, job) = (_engine, item.Job);
        _judgements.Writer.TryWrite(() =>
        {
            try
            {
                var (raw, problem) = ClipVerifier.Read(item, batch, done, engine);
                File.Delete(item.Path);
                _ = StoreAsync(job, raw is null ? new JudgedClip(null, [problem!]) : judge.Judge(job.Spoken, raw, job.Attempt));
            }
            catch (Exception e)
            {
                _inbox.Writer.TryWrite(new WorkerEvent.StoreFailed(e));
            }
        });
        return Task.CompletedTask;
    }

    /// <summary>On one thread of its own: filters over minutes of sound must not stand in the way of the loop. Storing goes on beside it.</summary>
    private void JudgeAll()
    {
        while (_judgements.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_judgements.Reader.TryRead(out var judgement))
            {
                judgement();
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
                await sink.CompletedAsync(clip with { Request = job.Owner }, CancellationToken.None).ConfigureAwait(false);
            }

            _inbox.Writer.TryWrite(new WorkerEvent.Judged(job, judged));
        }
        catch (Exception e)
        {
            _inbox.Writer.TryWrite(new WorkerEvent.StoreFailed(e));
        }
    }

    private async Task RefuseAsync(BatchItem item, Batch batch, WorkerMessage.Error error)
    {
        var job = item.Job;
        File.Delete(item.Path);
        switch (error.Code)
        {
            case "oom":
                batch.OutOfMemory.Add(job);
                break;
            case "cancelled":
                _queue.Return([job]);
                break;
            case "bad_reference":
                _queue.Return([job]);
                await GiveUpVoiceAsync(job.Group.Voice, WorkerFaults.Of(error)).ConfigureAwait(false);
                break;
            case "no_device" or "no_model":
                throw new NarrationException(WorkerFaults.Of(error));
            case "bad_input":
            case var _ when !error.Retryable:
                EnsureFreeSpace();
                var message = $"The worker refuses '{job.Owner.Id}': {error.Message} {error.Cure}".Trim();
                await FailAsync(job, VoiceFindings.TextRefused.At(job.Owner.Place, message)).ConfigureAwait(false);
                break;
            default:
                await SettleAsync(job, new JudgedClip(null, [$"{error.Code}: {error.Message}"], error.Code == "runaway"))
                    .ConfigureAwait(false);
                break;
        }
    }

    /// <summary>A clip that failed is made again, alone and with another seed, until its attempts are used up.</summary>
    private async Task SettleAsync(Job job, JudgedClip clip)
    {
        if (!_voices.TryGetValue(job.Group.Voice, out var watch))
        {
            _voices[job.Group.Voice] = watch = new DegenerateReferenceDetector();
        }

        var isDegenerate = watch.Saw(job, clip);
        if (clip.Clip is not null)
        {
            _unfit = 0;
            return;
        }

        EnsureFreeSpace();
        job.Attempts.Add(clip.Problems);
        sink.Trace($"{job.Owner.Id}: attempt {job.Attempts.Count} refused: {string.Join(", ", clip.Problems)}");
        if (job.IsGivenUp)
        {
            return;
        }

        if (isDegenerate && job.Spoken.Voice.ReferenceAudioHash is not null)
        {
            _queue.Return([job]);
            await GiveUpVoiceAsync(
                    job.Group.Voice,
                    VoiceFindings.ReferenceDegenerate.At(
                        null,
                        $"With the reference of voice '{job.Group.Voice}' the model does not stop ({string.Join(", ", clip.Problems)}). The transcript must hold every word of the recording, and nothing else; 3–30 s work best. 'dotnet build -t:PrepareNarration' checks both."
                    )
                )
                .ConfigureAwait(false);
        }
        else if (job.Attempts.Count < AttemptLog.Most)
        {
            job.IsAlone = true;
            _queue.Return([job]);
        }
        else
        {
            await FailAsync(job, job.Attempts.Finding(job.Owner, isDeterministic: false)).ConfigureAwait(false);
        }
    }

    private Task FailAsync(Job job, Finding finding)
    {
        if (job.IsGivenUp)
        {
            return Task.CompletedTask;
        }

        job.IsGivenUp = true;
        return sink.FailedAsync(job.Owner, finding, job.Attempts.Count, cancellation).AsTask();
    }

    /// <summary>All that is left of a voice fails with the same words; the others go on.</summary>
    private async Task GiveUpVoiceAsync(string voice, Finding finding)
    {
        var left = _queue
            .All.Concat(_inFlight.SelectMany(batch => batch.Open).Select(item => item.Job))
            .Concat(_next?.Items.Select(item => item.Job) ?? [])
            .Where(job => job.Group.Voice == voice && !job.IsGivenUp)
            .Distinct()
            .ToList();
        foreach (var job in left)
        {
            await FailAsync(job, finding).ConfigureAwait(false);
        }

        _queue.Remove(job => job.IsGivenUp);
        if (_next?.Group.Voice == voice)
        {
            _next = null;
        }

        if (_inFlight.Any(batch => batch.Group.Voice == voice) && _hello!.Caps.Contains("cancel"))
        {
            _worker?.Send(HostMessage.Cancel());
        }
    }
}
