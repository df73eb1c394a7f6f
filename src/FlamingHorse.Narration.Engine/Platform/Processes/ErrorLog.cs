using System.Text;
using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>Reads a child's standard error: passes every line on and keeps the last 8 KiB for a message.</summary>
/// <param name="onLine">Receives each line that is not empty; a longer one than 4096 characters in parts.</param>
internal sealed class ErrorLog(Action<string>? onLine) : PipeTarget
{
    private const int MaxLineLength = 4096;
    private const int MaxTailLength = 8192;

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
    public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(origin, new UTF8Encoding(false), false, 4096, leaveOpen: true);
        var buffer = new char[4096];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0; )
            {
                Append(buffer.AsSpan(0, read));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the pipe was closed, or is held by something that outlived the child
        }

        EndLine();
    }

    private void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '\n' or '\r' || _line.Length >= MaxLineLength)
            {
                EndLine();
            }

            if (c is not ('\n' or '\r'))
            {
                _line.Append(c);
            }
        }
    }

    private void EndLine()
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
            if (_tail.Length > MaxTailLength)
            {
                _tail.Remove(0, _tail.Length - MaxTailLength);
            }
        }

        onLine?.Invoke(line);
    }
}
