using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>Finished clips by action key and by content: this machine's cache, and the shared store behind it.</summary>
public interface IClipStore
{
    /// <summary>The take stored under a key, verified; null is a miss, also for an entry that is corrupt or lacks its audio.</summary>
    ValueTask<StoredClip?> FindAsync(ActionKey key, CancellationToken cancellation);

    /// <summary>The path of the audio with these bytes, verified (size, SHA-256, header); null when no store within reach has it.</summary>
    ValueTask<(string Path, ClipSource Source)?> FindAudioAsync(string sha256, CancellationToken cancellation);

    /// <summary>
    /// Stores content first, the action last, here and (where writing is allowed) in the shared store. Never throws for a full or read-only
    /// disk: then the clip lives in <see cref="StoredClip.Path"/> for this build only.
    /// </summary>
    ValueTask<StoredClip> AddAsync(ClipRecord record, ReadOnlyMemory<byte> wav, CancellationToken cancellation);

    /// <summary>Notes what a lock names, so that it is the last to leave a cache with a limit.</summary>
    /// <param name="lockPath">Absolute.</param>
    /// <param name="audio">SHA-256 of its takes.</param>
    void NoteNamed(string lockPath, IReadOnlyCollection<string> audio) { }

    /// <summary>
    /// An advisory lock on a key, freed by disposing it or by the holder's death. Null: another build holds it. A store that cannot lock
    /// gives a lock that guards nothing.
    /// </summary>
    IDisposable? TryLock(ActionKey key);
}
