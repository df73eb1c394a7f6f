using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>
/// Listens by the very worker that speaks: one process, one device, models loaded once. The worker hears a batch behind those that it was
/// given to speak. When it dies while it listens, it speaks on without ears: a build never fails for them.
/// </summary>
/// <param name="setup">The recognizer settings that are sent to the worker.</param>
/// <param name="folder">Where takes are laid for it; exists.</param>
/// <param name="report">Takes what is wrong, once.</param>
/// <param name="trace">Takes lines for the log.</param>
internal sealed partial class WorkerEars(ProtocolSetup setup, string folder, Action<Finding> report, Action<string> trace) : ITakeChecker
{
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

    /// <summary>Whether a message answers one of these requests; if so, it is processed.</summary>
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

    /// <summary>The worker has ended. The takes it was asked about are not listened to.</summary>
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

    private AskedTake? Take(long id)
    {
        lock (_gate)
        {
            var found = _open.Remove(id, out var asked) ? asked : null;
            _isAtWork = found is null ? _isAtWork : _open.Count > 0;
            return found;
        }
    }
}
