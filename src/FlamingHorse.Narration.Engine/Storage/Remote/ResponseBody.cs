namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Reads an answer's body, and not a byte more than it may have.</summary>
internal static class ResponseBody
{
    private const int FirstBytes = 16 * 1024;

    /// <summary>Null: nothing came. Empty: not what it must be.</summary>
    /// <exception cref="IOException">The connection ended before the announced length.</exception>
    public static async ValueTask<byte[]?> ReadAsync(
        RemoteRequest request,
        HttpContent content,
        Action progress,
        CancellationToken cancellation
    )
    {
        var announced = content.Headers.ContentLength;
        if (announced == 0)
        {
            return null;
        }

        if (announced > request.MaxBytes || (announced is not null && request.Size is not null && announced != request.Size))
        {
            return [];
        }

        using var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        // Without an announced length, one byte of room more than allowed shows whether there is more.
        var most = (int)(announced ?? (request.Size ?? request.MaxBytes) + 1);
        var buffer = new byte[announced is null && request.Size is null ? Math.Min(most, FirstBytes) : most];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                if (filled == most)
                {
                    break;
                }

                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, most));
            }

            progress();
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        if (filled == 0)
        {
            return null;
        }

        var isWhole = announced is not null ? filled == announced : filled < most && (request.Size is null || filled == request.Size);
        Array.Resize(ref buffer, filled);
        return isWhole ? buffer : [];
    }
}
