using System.Net;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>A request's body, sent in pieces that report progress, so that a slow connection is not taken for a dead one.</summary>
internal sealed class ProgressContent(ReadOnlyMemory<byte> bytes, Action progress) : HttpContent
{
    private const int PieceBytes = 32 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        for (var at = 0; at < bytes.Length; at += PieceBytes)
        {
            await stream.WriteAsync(bytes.Slice(at, Math.Min(PieceBytes, bytes.Length - at)), cancellationToken).ConfigureAwait(false);
            progress();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
