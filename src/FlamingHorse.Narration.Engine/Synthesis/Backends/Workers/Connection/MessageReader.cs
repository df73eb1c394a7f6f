namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>Reads a worker's messages, one per line, until its output ends or contains something else.</summary>
/// <param name="onMessage">Called for each message of a known kind.</param>
/// <param name="onMalformed">Called once with the first KiB of what is not a message, escaped; nothing is read after it.</param>
internal sealed class MessageReader(Action<WorkerMessage> onMessage, Action<string> onMalformed)
{
    private const int LongestLine = 1 << 20;
    private const int LongestShown = 1024;

    public void ReadToEnd(Stream output)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = output.Read(buffer, length, buffer.Length - length);
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
                ReportMalformed(buffer.AsSpan(0, length));
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
                onMessage(message);
            }

            return true;
        }
        catch (ProtocolException)
        {
            ReportMalformed(line);
            return false;
        }
    }

    private void ReportMalformed(ReadOnlySpan<byte> bytes) => onMalformed(Escaped.Of(bytes[..Math.Min(bytes.Length, LongestShown)]));
}
