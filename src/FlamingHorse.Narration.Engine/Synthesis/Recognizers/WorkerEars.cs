using System.Globalization;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>
/// Listens by the very worker that speaks: one process, one device, models loaded once. The worker hears a batch behind those that it was
/// given to speak. When it dies while it listens, it speaks on without ears: a build never fails for them.
/// </summary>
/// <param name="setup">What the worker is told of its ears.</param>
/// <param name="folder">Where takes are laid for it; exists.</param>
/// <param name="report">Takes what is wrong, once.</param>
/// <param name="trace">Takes lines for the log.</param>
internal sealed class WorkerEars(ProtocolSetup setup, string folder, Action<Finding> report, Action<string> trace) : ITakeChecker
{
    private const int MostItems = 8;

    /// <summary>Apart from the numbers of what is spoken.</summary>
    private const long FirstNumber = 1L << 40;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, AskedTake> _open = [];
    private WorkerMessage.Ready _ready = new();
    private Action<byte[]>? _send;
    private bool _isOff;
    private bool _isAtWork;
    private long _last = FirstNumber;

    /// <inheritdoc/>
    public HeardParts Brings => setup.Brings;

    /// <summary>For <c>init</c>; null: the worker is to load no ears.</summary>
    public ProtocolSetup? Setup => _isOff ? null : setup;

    /// <summary>The worker has something to hear.</summary>
    public bool IsAsked
    {
        get
        {
            lock (_gate)
            {
                return _open.Count > 0;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TakeVerdict>> CheckAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation)
    {
        var verdicts = Enumerable.Repeat(TakeVerdict.NotHeard, takes.Count).ToArray();
        var groups = takes
            .Select((take, position) => (take, position))
            .GroupBy(item => (item.take.Clip.Request.Language, item.take.Clip.Request.Voice.Name));
        foreach (var items in groups.SelectMany(group => group.Chunk(MostItems)))
        {
            var answers = await AskAsync([.. items.Select(item => item.take)], cancellation).ConfigureAwait(false);
            foreach (var ((take, position), hearing) in items.Zip(answers))
            {
                verdicts[position] = hearing is null ? TakeVerdict.NotHeard : TranscriptJudge.Judge(take, hearing);
            }
        }

        return verdicts;
    }

    /// <summary>The worker is ready, and this is the way to it.</summary>
    public void Open(WorkerMessage.Ready ready, Action<byte[]> send)
    {
        lock (_gate)
        {
            (_ready, _send) = (ready, _isOff ? null : send);
        }

        if (ready.Missing.FirstOrDefault(missing => missing.Cap == "listen") is { } why)
        {
            TurnOff(
                setup.IsOptional
                    ? null
                    : (why.Code == "FHN2062" ? VoiceFindings.RecognizerModelMissing : VoiceFindings.RecognizerUnavailable).At(
                        null,
                        $"The recognizer '{setup.Name}' cannot listen: {why.Message}"
                    ),
                why.Message
            );
        }
    }

    /// <summary>Whether a message is about what was asked here; it is taken in then.</summary>
    public bool Hear(WorkerMessage message)
    {
        switch (message)
        {
            case WorkerMessage.Started { Batch: > FirstNumber }:
                _isAtWork = true;
                return true;
            case WorkerMessage.Heard heard when Take(heard.Id) is { } asked:
                Answer(asked, heard);
                return true;
            case WorkerMessage.Error { Id: { } id } error when Take(id) is { } asked:
                trace($"{setup.Name}: '{asked.Item.Take.Clip.Request.Id}' is not listened to: {error.Message}");
                if (error.Code == "oom")
                {
                    TurnOff(Failed(error.Message), error.Message); // it dies of it in a moment
                }

                asked.Heard.TrySetResult(null);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The worker is gone. What it was asked is not listened to.</summary>
    public void Close()
    {
        List<AskedTake> left;
        lock (_gate)
        {
            left = [.. _open.Values];
            _open.Clear();
            _send = null;
        }

        if (left.Count > 0 && _isAtWork && !left.Exists(asked => asked.Cancellation.IsCancellationRequested))
        {
            const string why = "the worker ended while it listened";
            TurnOff(Failed(why), why);
        }

        _isAtWork = false;
        left.ForEach(asked => asked.Heard.TrySetResult(null));
    }

    private async Task<IReadOnlyList<Hearing?>> AskAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation)
    {
        var request = takes[0].Clip.Request;
        IReadOnlyList<AskedTake> asked;
        lock (_gate)
        {
            var isDeaf = _ready.Hears.Count > 0 && !_ready.Hears.Contains(request.Language, StringComparer.OrdinalIgnoreCase);
            if (_send is not { } send || isDeaf)
            {
                return [.. takes.Select(_ => (Hearing?)null)];
            }

            var batch = ++_last;
            asked = [.. takes.Select(take => new AskedTake(Lay(take, ++_last), cancellation))];
            foreach (var one in asked)
            {
                _open.Add(one.Item.Id, one);
            }

            send(HostMessage.Listen(batch, request.Language, request.Voice.Name, asked.Select(one => one.Item.ToAsk())));
        }

        try
        {
            return await Task.WhenAll(asked.Select(one => one.Heard.Task)).WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (var one in asked)
            {
                File.Delete(one.Item.Path);
            }
        }
    }

    private ListenItem Lay(TakeToCheck take, long id)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{setup.Name}-{id}.wav"));
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(take.Clip.Wav.Span);
        return new ListenItem(id, path, take, 0);
    }

    private AskedTake? Take(long id)
    {
        lock (_gate)
        {
            var found = _open.Remove(id, out var asked) ? asked : null;
            _isAtWork = found is null ? _isAtWork : _open.Count > 0;
            return found;
        }
    }

    /// <summary>A lie is no answer; the worker speaks on.</summary>
    private void Answer(AskedTake asked, WorkerMessage.Heard heard)
    {
        try
        {
            asked.Heard.TrySetResult(HeardMessages.Read(heard, asked.Item, _ready.Likeness, setup.Name));
        }
        catch (RecognizerFailedException lie)
        {
            trace($"{setup.Name}: {lie.Message}");
            asked.Heard.TrySetResult(null);
        }
    }

    private void TurnOff(Finding? finding, string why)
    {
        bool wasOff;
        lock (_gate)
        {
            (wasOff, _isOff, _send) = (_isOff, true, null);
        }

        trace($"{setup.Name}: {why}");
        if (finding is not null && !wasOff)
        {
            report(finding);
        }
    }

    private Finding Failed(string why) =>
        VoiceFindings.RecognizerFailed.At(
            null,
            $"The recognizer '{setup.Name}' shares a worker with the voice, which speaks on without it: {why.TrimEnd('.')}. Takes that it has "
                + $"not heard are kept and count as not listened to: run CheckNarration when it works, or set NarrationRecognizer=None."
        );

    private sealed record AskedTake(ListenItem Item, CancellationToken Cancellation)
    {
        public TaskCompletionSource<Hearing?> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
