using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>Reads the host's lines as orders. A cancel takes effect here, while earlier orders are still running.</summary>
internal sealed class OrderReader(Stream input) : IDisposable
{
    /// <summary>In bytes, without the line end.</summary>
    public const int LongestLine = 1 << 20;

    private readonly byte[] _buffer = new byte[LongestLine + 64 * 1024];
    private int _start;
    private int _end;
    private bool _isInLongLine;
    private CancellationTokenSource _wanted = new();

    /// <summary>Waits for the next order; null if the host has closed its end.</summary>
    public Order? Read()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsMemory(_start, length);
                _start += length + 1;
                if (!_isInLongLine)
                {
                    return length > LongestLine ? TooLong() : Parse(line);
                }

                _isInLongLine = false;
                continue;
            }

            if (_end - _start > LongestLine)
            {
                // It is dropped and its rest skipped. If it stayed here, every later call would return at once, and Session would spin
                // instead of waiting for the end of the input.
                _start = _end;
                if (!_isInLongLine)
                {
                    _isInLongLine = true;
                    return TooLong();
                }
            }

            if (!Fill())
            {
                return null; // an unfinished line is ignored
            }
        }
    }

    public void Dispose() => _wanted.Dispose();

    private bool Fill()
    {
        if (_end == _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private Order Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var body = document.RootElement;
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("t", out var t) || t.ValueKind != JsonValueKind.String)
            {
                return Malformed("something that is not an object with a 't'");
            }

            var kind = t.GetString()!;
            if (kind == "cancel")
            {
                var old = Interlocked.Exchange(ref _wanted, new());
                old.Cancel(); // not disposed: orders still hold its token
            }

            return new(kind, body.Clone(), _wanted.Token);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Malformed($"something that is not JSON: {e.Message}");
        }
    }

    private static Order TooLong() => Malformed("a line of more than 1 MiB");

    private static Order Malformed(string what) => new(null, default, default, what);
}
