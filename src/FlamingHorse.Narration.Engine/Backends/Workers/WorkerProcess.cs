using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Processes;

namespace FlamingHorse.Narration.Engine.Backends.Workers;

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
        _ = Task.Run(worker.ListenAsync);
        _ = Task.Run(worker.PumpAsync);
        return worker;
    }

    /// <summary>Never waits: a worker that does not read must not hold up the host.</summary>
    public void Send(byte[] line) => _outgoing.Writer.TryWrite(line);

    /// <summary>Asks it to leave, waits a moment, makes it.</summary>
    public async Task LeaveAsync(TimeSpan patience)
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

    private async Task ListenAsync()
    {
        try
        {
            await ReadLinesAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the pipe went with the process
        }

        _events.TryWrite(new WorkerEvent.Ended(this, await _child.Exit.ConfigureAwait(false)));
    }

    private async Task ReadLinesAsync()
    {
        var reader = PipeReader.Create(_child.Output, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 64 * 1024));
        while (true)
        {
            var result = await reader.ReadAsync().ConfigureAwait(false);
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                if (!Hear(buffer.Slice(0, end).ToArray()))
                {
                    return;
                }

                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (buffer.Length > LongestLine || (result.IsCompleted && buffer.Length > 0))
            {
                Babble(buffer.ToArray());
                return;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }

    private bool Hear(byte[] line)
    {
        try
        {
            if (line.Length > LongestLine)
            {
                throw new ProtocolException("a line of more than 1 MiB");
            }

            if (WorkerMessage.Parse(line) is { } message)
            {
                _events.TryWrite(new WorkerEvent.Spoke(this, message));
            }

            return true;
        }
        catch (ProtocolException)
        {
            Babble(line);
            return false;
        }
    }

    private void Babble(byte[] bytes) => _events.TryWrite(new WorkerEvent.Babbled(this, Escape(bytes.AsSpan(0, Math.Min(bytes.Length, LongestShown)))));

    /// <summary>Printable ASCII as it is, the rest as <c>\xNN</c>: a terminal must not obey what a worker babbles.</summary>
    private static string Escape(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes)
        {
            _ = b is >= 0x20 and < 0x7F ? text.Append((char)b) : text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{b:X2}");
        }

        return text.ToString();
    }
}
