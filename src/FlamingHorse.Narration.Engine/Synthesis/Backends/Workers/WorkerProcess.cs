using System.Text;
using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>A worker's process and its two streams: lines in by a pump of their own, messages out as events.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int LongestLine = 1 << 20;
    private const int LongestShown = 1024;

    private readonly ChildProcess _child;
    private readonly ChannelWriter<WorkerEvent> _events;
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });

    private WorkerProcess(ChildProcess child, ChannelWriter<WorkerEvent> events)
    {
        _child = child;
        _events = events;
    }

    /// <summary>The end of what it wrote to standard error.</summary>
    public string Errors => _child.Errors;

    /// <exception cref="ChildStartException"/>
    public static WorkerProcess Start(ChildCommand command, ChannelWriter<WorkerEvent> events, Action<string> trace)
    {
        var worker = new WorkerProcess(ChildProcess.Start(command, trace), events);
        _ = Task.Factory.StartNew(worker.Listen, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = Task.Run(worker.PumpAsync);
        return worker;
    }

    /// <summary>Never waits: a worker that does not read must not hold up the host.</summary>
    public void Send(byte[] line) => _outgoing.Writer.TryWrite(line);

    /// <summary>Asks it to leave, waits a moment, makes it.</summary>
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

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var line in _outgoing.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await _child.Input.WriteAsync(line).ConfigureAwait(false);
                await _child.Input.FlushAsync().ConfigureAwait(false);
            }

            await _child.Input.DisposeAsync().ConfigureAwait(false); // the end of its input is a worker's last order
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // it has gone; its end is an event of its own
        }
    }

    /// <summary>On a thread of its own: its blocking reads must not wait for a free thread of a busy pool, nor hold one.</summary>
    private void Listen()
    {
        try
        {
            ReadLines();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the pipe went with the process
        }

        _child.Exit.ContinueWith(
            exit => _events.TryWrite(new WorkerEvent.Ended(this, exit.Result)),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );
    }

    private void ReadLines()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = _child.Output.Read(buffer, length, buffer.Length - length);
            var start = 0;
            for (var i = length; i < length + read; i++)
            {
                if (buffer[i] == '\n')
                {
                    if (!TryHandleLine(buffer.AsSpan(start, i - start)))
                    {
                        return;
                    }

                    start = i + 1;
                }
            }

            length += read - start;
            buffer.AsSpan(start, length).CopyTo(buffer);
            if (length > LongestLine || (read == 0 && length > 0))
            {
                ReportMalformedOutput(buffer.AsSpan(0, length));
                return;
            }

            if (read == 0)
            {
                return;
            }
        }
    }

    private bool TryHandleLine(ReadOnlySpan<byte> line)
    {
        try
        {
            if (line.Length > LongestLine)
            {
                throw new ProtocolException("a line of more than 1 MiB");
            }

            if (WorkerMessage.Parse(line) is { } message)
            {
                _events.TryWrite(new WorkerEvent.MessageReceived(this, message));
            }

            return true;
        }
        catch (ProtocolException)
        {
            ReportMalformedOutput(line);
            return false;
        }
    }

    private void ReportMalformedOutput(ReadOnlySpan<byte> bytes) =>
        _events.TryWrite(new WorkerEvent.MalformedOutput(this, Escape(bytes[..Math.Min(bytes.Length, LongestShown)])));

    /// <summary>Printable ASCII as it is, the rest as <c>\xNN</c>: a terminal must not obey what a worker babbles.</summary>
    private static string Escape(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes)
        {
            _ = b is >= 0x20 and < 0x7F
                ? text.Append((char)b)
                : text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{b:X2}");
        }

        return text.ToString();
    }
}
