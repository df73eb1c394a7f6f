using System.Buffers;
using System.Text;
using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>Keeps the beginning of what a child writes, and reads the rest to its end without keeping it.</summary>
/// <param name="limit">In bytes. Memory grows with what arrives, up to this.</param>
/// <param name="onLine">Hears each line within the limit as soon as it ends, on any thread, one after the other.</param>
internal sealed class CappedOutput(int limit, Action<string>? onLine = null) : PipeTarget
{
    private const int ChunkSize = 4096;

    private readonly ArrayBufferWriter<byte> _kept = new();
    private readonly Lock _gate = new();
    private int _lineStart;

    /// <summary>What has been read until now, as UTF-8. Bytes that are not UTF-8 become replacement characters.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return Encoding.UTF8.GetString(_kept.WrittenSpan);
            }
        }
    }

    public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
    {
        var chunk = new byte[ChunkSize];
        try
        {
            for (int read; (read = await origin.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0; )
            {
                lock (_gate)
                {
                    _kept.Write(chunk.AsSpan(0, Math.Min(read, limit - _kept.WrittenCount)));
                }

                AnnounceLines();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the pipe was closed, or is held by something that outlived the child
        }
    }

    private void AnnounceLines()
    {
        int length;
        while (onLine is not null && (length = _kept.WrittenSpan[_lineStart..].IndexOf((byte)'\n')) >= 0)
        {
            var line = Encoding.UTF8.GetString(_kept.WrittenSpan.Slice(_lineStart, length));
            _lineStart += length + 1;
            onLine(line);
        }
    }
}
