using System.Text;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>A child's standard error: every line handed on, the last few KiB kept for a message, and nothing without bounds.</summary>
internal sealed class ErrorLog(Action<string>? onLine)
{
    private const int LongestLine = 4096;
    private const int Kept = 8192;

    private readonly StringBuilder _line = new();
    private readonly StringBuilder _tail = new();
    private readonly Lock _gate = new();

    /// <summary>The end of what was written, lines separated by LF.</summary>
    public string Tail
    {
        get
        {
            lock (_gate)
            {
                return _tail.ToString().Trim();
            }
        }
    }

    /// <summary>Reads to the end. Bytes that are not UTF-8 become replacement characters.</summary>
    public async Task DrainAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), false, 4096, leaveOpen: true);
        var buffer = new char[4096];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0; )
            {
                Take(buffer.AsSpan(0, read));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the pipe went with the child
        }

        Close();
    }

    private void Take(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '\n' or '\r' || _line.Length >= LongestLine)
            {
                Close();
            }

            if (c is not ('\n' or '\r'))
            {
                _line.Append(c);
            }
        }
    }

    private void Close()
    {
        if (_line.Length == 0)
        {
            return;
        }

        var line = _line.ToString();
        _line.Clear();
        lock (_gate)
        {
            _tail.Append(line).Append('\n');
            if (_tail.Length > Kept)
            {
                _tail.Remove(0, _tail.Length - Kept);
            }
        }

        onLine?.Invoke(line);
    }
}
