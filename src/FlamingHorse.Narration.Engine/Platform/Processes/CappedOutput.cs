using System.Buffers;
using System.Text;
using CliWrap;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>Keeps the beginning of what a child writes, and reads the rest to its end without keeping it.</summary>
/// <param name="limit">In bytes. Memory grows with what arrives, up to this.</param>
internal sealed class CappedOutput(int limit) : PipeTarget
{
    private const int ChunkSize = 4096;

    private readonly ArrayBufferWriter<byte> _kept = new();
    private readonly Lock _gate = new();

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
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the pipe was closed, or is held by something that outlived the child
        }
    }
}
