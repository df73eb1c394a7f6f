using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Steps;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>The run's store while takes of the lock are spoken again. It finds no other take of the same key.</summary>
/// <param name="store">The real one.</param>
/// <param name="takes">What the lock names, by key.</param>
internal sealed class RespeakingStore(IClipStore store, IReadOnlyDictionary<ActionKey, LockedSegment> takes) : IClipStore
{
    /// <inheritdoc/>
    public async ValueTask<StoredClip?> FindAsync(ActionKey key, CancellationToken cancellation) =>
        await store.FindAsync(key, cancellation).ConfigureAwait(false) is { } found
        && (found.Record.AudioHash == takes[key].AudioHash || found.Record.StandsFor == takes[key].AudioHash)
            ? found
            : null;

    /// <inheritdoc/>
    public ValueTask<(string Path, ClipSource Source)?> FindAudioAsync(string sha256, CancellationToken cancellation) =>
        store.FindAudioAsync(sha256, cancellation);

    /// <summary>Stores the lock's own take as such, a clip that can serve instead of it as a stand-in, and nothing else.</summary>
    public ValueTask<StoredClip> AddAsync(ClipRecord record, ReadOnlyMemory<byte> wav, CancellationToken cancellation)
    {
        var locked = takes[record.Key];
        return record.AudioHash == locked.AudioHash ? store.AddAsync(record, wav, cancellation)
            : RespeakStep.IsSame(record, locked) ? store.AddAsync(record with { StandsFor = locked.AudioHash }, wav, cancellation)
            : ValueTask.FromResult(new StoredClip(record, "", ClipSource.Local));
    }

    /// <inheritdoc/>
    public IDisposable? TryLock(ActionKey key) => store.TryLock(key);
}
