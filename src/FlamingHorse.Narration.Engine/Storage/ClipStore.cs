using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Engine.Storage.Remote;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>
/// This machine's cache with the shared store behind it, for one build. Never the reason that a build fails or hangs.
/// Disposing it waits (within bounds) for uploads, tidies the cache and reports what was counted; paths of clips that the cache could not
/// take end with it.
/// </summary>
public sealed class ClipStore : IClipStore, IAsyncDisposable
{
    private readonly StoreWarnings _notices;
    private readonly LocalStore _cache;
    private readonly LocalClips _local;
    private readonly CacheUpkeep _upkeep;
    private readonly ISharedStore? _remote;
    private readonly SharedClips? _shared;
    private readonly Uploads? _uploads;
    private bool _isDisposed;

    private ClipStore(StoreOptions options, StoreWarnings notices, ISharedStore? remote, CancellationToken build)
    {
        (_notices, _remote) = (notices, remote);
        _cache = new LocalStore(new StoreLayout(options.CachePath), notices, options.IsReadOnly);
        _local = new LocalClips(options, _cache);
        _upkeep = new CacheUpkeep(options, _cache, notices);
        _upkeep.BeginNamedTakes();
        if (remote is not null)
        {
            var unshared = new KeysToUpload(_cache.Layout, options.Remote!);
            _shared = new SharedClips(remote, notices);
            _uploads = remote.CanWrite ? new Uploads(_shared, notices, unshared, _local.FindToUpload, options.Patience.Drain, build) : null;
        }
    }

    /// <summary>Opens the stores. Where the shared one is written, what earlier builds could not upload starts on its way.</summary>
    /// <param name="options">What to open.</param>
    /// <param name="report">Takes warnings, from any thread, one at a time, the counted ones on disposal; and an error for a shared store's
    /// address that cannot be used.</param>
    /// <param name="build">When cancelled, uploads are not waited for.</param>
    public static ClipStore Open(StoreOptions options, Action<Finding> report, CancellationToken build = default)
    {
        var notices = new StoreWarnings(report);
        return new ClipStore(options, notices, options.AllowNetwork ? SharedStores.Open(options, notices) : null, build);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredClip?> FindAsync(ActionKey key, CancellationToken cancellation)
    {
        if (_local.Find(key) is { } found)
        {
            return found;
        }

        return _shared is not null && await _shared.GetAsync(key, _local.HasAudio, cancellation).ConfigureAwait(false) is { } clip
            ? _local.KeepFetched(clip)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<(string Path, ClipSource Source)?> FindAudioAsync(string sha256, CancellationToken cancellation)
    {
        if (!Digest.IsHash(sha256))
        {
            return null;
        }

        if (_local.FindAudio(sha256) is { } found)
        {
            return (found, ClipSource.Local);
        }

        if (_shared is not null && await _shared.GetAudioAsync(sha256, null, cancellation).ConfigureAwait(false) is { } audio)
        {
            return (_local.KeepAudio(sha256, audio.Content, audio.Shape), ClipSource.Remote);
        }

        return _cache.FindStandIn(sha256) is { } standIn ? (standIn, ClipSource.StandIn) : null;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The record does not describe these bytes.</exception>
    /// <exception cref="NarrationException">Neither the cache nor the fallback folder can be written.</exception>
    public ValueTask<StoredClip> AddAsync(ClipRecord record, ReadOnlyMemory<byte> wav, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!ClipMeta.Describes(record, wav.Span))
        {
            throw new ArgumentException("The record does not describe these bytes.", nameof(record));
        }

        var clip = new SharedClip(record, ClipMeta.ToJson(record), null);
        var stored = _local.Keep(clip, wav, ClipSource.Local);
        if (record.StandsFor is { } meant)
        {
            // Only on this machine: from the shared store everyone must get the take itself.
            _cache.AddStandIn(meant, record.AudioHash);
        }
        else
        {
            _uploads?.Add(clip, stored.Path);
        }

        return ValueTask.FromResult(stored);
    }

    /// <inheritdoc/>
    public void NoteNamed(string lockPath, IReadOnlyCollection<string> audio) => _upkeep.NoteNamed(lockPath, audio);

    /// <inheritdoc/>
    public IDisposable? TryLock(ActionKey key) => _cache.TryLock(key);

    /// <summary>Waits (within bounds) for uploads and reports what was counted so far.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (_uploads is not null)
        {
            await _uploads.DisposeAsync().ConfigureAwait(false);
        }

        if (_remote is not null)
        {
            await _remote.DisposeAsync().ConfigureAwait(false);
        }

        _upkeep.Tidy();
        _notices.Flush();
        _local.Dispose();
    }
}
