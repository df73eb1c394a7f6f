using System.Diagnostics;
using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>A program that listens, from its start to its end. One batch is asked at a time.</summary>
internal sealed partial class ListeningProcess : IListener
{
    private readonly Channel<WorkerEvent> _inbox = Channel.CreateUnbounded<WorkerEvent>(new() { SingleReader = true });
    private readonly ProtocolSetup _setup;
    private readonly IDisposable? _alone;
    private readonly WorkerProcess _process;
    private WorkerMessage.Ready _ready = new();
    private long _batch;

    private ListeningProcess(ProtocolSetup setup, IDisposable? alone, Action<string> trace)
    {
        (_setup, _alone) = (setup, alone);
        _process = WorkerProcess.Spawn(setup.Command, _inbox.Writer, line => trace($"{setup.Name}: {line}"));
    }

    /// <inheritdoc/>
    public bool Hears(string language) => _ready.Hears.Count == 0 || _ready.Hears.Contains(language, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async Task ListenAsync(IReadOnlyList<ListenItem> items, Action<ListenItem, Hearing?> onAnswer, CancellationToken cancellation)
    {
        var request = items[0].Take.Clip.Request;
        _process.Send(HostMessage.Listen(++_batch, request.Language, request.Voice.Name, items.Select(item => item.ToAsk())));
        var open = items.ToDictionary(item => item.Id);
        var limit = _setup.Timeouts.Batch(TimeSpan.FromTicks(items.Sum(item => item.Length.Ticks)), 1);
        var clock = Stopwatch.StartNew();
        while (open.Count > 0)
        {
            var left = limit - clock.Elapsed;
            var message = await ReadAsync(left < _setup.Timeouts.Silence ? left : _setup.Timeouts.Silence, cancellation)
                .ConfigureAwait(false);
            switch (message)
            {
                case WorkerMessage.Heard heard when open.Remove(heard.Id, out var item):
                    onAnswer(item, Read(heard, item, open));
                    break;
                case WorkerMessage.Error { Id: { } id } when open.Remove(id, out var item):
                    onAnswer(item, null);
                    break;
                case WorkerMessage.Started or WorkerMessage.Progress:
                    break;
                case WorkerMessage.Error { Id: null } error:
                    throw new RecognizerFailedException(error.Message);
                default:
                    throw new RecognizerFailedException($"it answered out of turn ({message.GetType().Name})");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync().ConfigureAwait(false);
        _alone?.Dispose();
    }

    /// <inheritdoc/>
    public async Task CloseAsync()
    {
        await _process.ShutDownAsync(_setup.Timeouts.ShutdownTimeout).ConfigureAwait(false);
        _alone?.Dispose();
    }

    /// <summary>An item with an impossible answer stays unanswered.</summary>
    private Hearing Read(WorkerMessage.Heard heard, ListenItem item, Dictionary<long, ListenItem> open)
    {
        try
        {
            return HeardMessages.Read(heard, item, _ready.Likeness, _setup.Name);
        }
        catch (RecognizerFailedException)
        {
            open.Add(item.Id, item);
            throw;
        }
    }

    private async Task<WorkerMessage> ReadAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(patience < TimeSpan.Zero ? TimeSpan.Zero : patience);
        try
        {
            return await _inbox.Reader.ReadAsync(timer.Token).ConfigureAwait(false) switch
            {
                WorkerEvent.MessageReceived received => received.Message,
                WorkerEvent.MalformedOutput malformed => throw new RecognizerFailedException(
                    $"it wrote something that is not a protocol message: {malformed.Shown}"
                ),
                WorkerEvent.Ended ended => throw new RecognizerFailedException(
                    $"it ended with code {ended.ExitCode}. {_process.Errors[(_process.Errors.LastIndexOf('\n') + 1)..]}".Trim()
                ),
                var other => throw new RecognizerFailedException($"it did something unexpected ({other.GetType().Name})"),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RecognizerFailedException($"it said nothing for {patience.TotalSeconds:0} s");
        }
    }
}
