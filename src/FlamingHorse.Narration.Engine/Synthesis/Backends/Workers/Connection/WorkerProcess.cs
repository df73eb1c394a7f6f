using System.Threading.Channels;
using CliWrap;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>A worker's process and its two streams: a task of its own writes lines to it, and its messages become events.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly ChildProcess _child;
    private readonly ChannelWriter<WorkerEvent> _events;
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });

    private WorkerProcess(ChildCommand command, ChannelWriter<WorkerEvent> events, Action<string> trace)
    {
        _events = events;
        _child = ChildProcess.Spawn(
            command,
            new ChildPipes
            {
                Input = PipeSource.Create(WriteLinesAsync),
                Output = PipeTarget.Create((output, _) => ReadOnOwnThreadAsync(output)),
                OnErrorLine = trace,
            }
        );
    }

    /// <summary>The end of what it wrote to standard error.</summary>
    public string Errors => _child.Errors;

    /// <exception cref="ChildStartException"/>
    public static WorkerProcess Spawn(ChildCommand command, ChannelWriter<WorkerEvent> events, Action<string> trace)
    {
        var worker = new WorkerProcess(command, events, trace);
        _ = worker.ReportEndAsync();
        return worker;
    }

    /// <summary>Never waits: a worker that does not read must not hold up the host.</summary>
    public void Send(byte[] line) => _outgoing.Writer.TryWrite(line);

    /// <summary>Asks it to end, waits a moment, then kills it.</summary>
    public async Task ShutDownAsync(TimeSpan patience)
    {
        Send(HostMessage.Shutdown());
        _outgoing.Writer.TryComplete();
        await Task.WhenAny(_child.Exit, Task.Delay(patience)).ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        await _child.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Until there are no more lines or the child has ended. The end of its input tells a worker to leave.</summary>
    private async Task WriteLinesAsync(Stream input, CancellationToken ended)
    {
        await foreach (var line in _outgoing.Reader.ReadAllAsync(ended).ConfigureAwait(false))
        {
            await input.WriteAsync(line, ended).ConfigureAwait(false);
            await input.FlushAsync(ended).ConfigureAwait(false);
        }
    }

    /// <summary>Blocking reads must not wait for a free thread of a busy pool, nor hold one.</summary>
    private Task ReadOnOwnThreadAsync(Stream output) =>
        Task.Factory.StartNew(
            () => TryReadMessages(output),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private void TryReadMessages(Stream output)
    {
        try
        {
            new MessageReader(
                message => _events.TryWrite(new WorkerEvent.MessageReceived(this, message)),
                shown => _events.TryWrite(new WorkerEvent.MalformedOutput(this, shown))
            ).ReadToEnd(output);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the pipe went with the process
        }
    }

    /// <summary>After the last message, as its end comes after what it wrote.</summary>
    private async Task ReportEndAsync()
    {
        var code = await _child.Exit.ConfigureAwait(false);
        _events.TryWrite(new WorkerEvent.Ended(this, code));
    }
}
