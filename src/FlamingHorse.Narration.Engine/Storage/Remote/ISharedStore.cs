using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// A place that others write to as well. It moves bytes and judges nothing: what it gives is verified by whoever asked.
/// It never throws for its own failure (it says so once, and is a miss), only when cancelled.
/// </summary>
public interface ISharedStore : IAsyncDisposable
{
    /// <summary>Whether this build may still add to it.</summary>
    bool CanWrite { get; }

    ValueTask<byte[]?> GetActionAsync(ActionKey key, CancellationToken cancellation);

    /// <param name="hash">Of the content.</param>
    /// <param name="size">Of the content; null when only the hash is known.</param>
    /// <param name="maxBytes">More is not read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<byte[]?> GetContentAsync(string hash, long? size, int maxBytes, CancellationToken cancellation);

    /// <param name="digest">Of the content.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="replace">What is there was seen to be wrong.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Whether it is there now.</returns>
    ValueTask<bool> PutContentAsync(Digest digest, ReadOnlyMemory<byte> content, bool replace, CancellationToken cancellation);

    /// <returns>Whether it is there now.</returns>
    ValueTask<bool> PutActionAsync(ActionKey key, ReadOnlyMemory<byte> action, CancellationToken cancellation);
}
