using System.Collections.Concurrent;
using System.Globalization;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
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
    private readonly StoreOptions _options;
    private readonly StoreWarnings _notices;
    private readonly LocalStore _local;
    private readonly ScratchFolder _scratch;
    private readonly ISharedStore? _remote;
    private readonly SharedClips? _shared;
    private readonly Uploads? _uploads;
    private readonly ConcurrentDictionary<ActionKey, StoredClip> _unkept = new();
    private readonly NamedTakes _named;
    private readonly bool _isNew;
    private bool _isDisposed;

    private ClipStore(StoreOptions options, StoreWarnings notices, ISharedStore? remote, CancellationToken build)
    {
        (_options, _notices, _remote) = (options, notices, remote);
        _local = new LocalStore(new StoreLayout(options.CachePath), notices, options.IsReadOnly);
        _named = new NamedTakes(_local.Layout);
        _isNew = !Directory.Exists(_local.Layout.Version);
        BeginToKeepCount();
        _scratch = new ScratchFolder(options.FallbackPath);
        if (remote is not null)
        {
            _shared = new SharedClips(remote, notices);
            _uploads = remote.CanWrite
                ? new Uploads(_shared, notices, new KeysToUpload(_local.Layout, options.Remote!), FindOwn, options.Patience.Drain, build)
                : null;
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
            return new StoredClip(found.Record, found.Path, ClipSource.Local);
        }

        if (_unkept.TryGetValue(key, out var unkept))
        {
            return unkept;
        }

        if (
            _shared is null
            || await _shared
                .GetAsync(key, record => _local.FindAudio(record.AudioHash, record.AudioBytes) is not null, cancellation)
                .ConfigureAwait(false)
                is not { } clip
        )
        {
            return null;
        }

        if (clip.Audio is { } audio)
        {
            return Keep(clip, audio, ClipSource.Remote);
        }

        _local.AddAction(clip.Record, clip.Meta, isDurable: false);
        return _local.FindAudio(clip.Record.AudioHash, clip.Record.AudioBytes) is { } here
            ? new StoredClip(clip.Record, here.Path, ClipSource.Remote)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<(string Path, ClipSource Source)?> FindAudioAsync(string sha256, CancellationToken cancellation)
    {
        if (!Digest.IsHash(sha256))
        {
            return null;
        }

        if (_options.Copies.TryGetValue(sha256, out var size) && _local.FindUnverified(sha256, size) is { } seen)
        {
            return (seen, ClipSource.Local);
        }

        if (_local.FindAudio(sha256) is { } found)
        {
            return (found.Path, ClipSource.Local);
        }

        if (_scratch.Find(sha256) is { } unkept)
        {
            return (unkept, ClipSource.Local);
        }

        if (_shared is null || await _shared.GetAudioAsync(sha256, null, cancellation).ConfigureAwait(false) is not { } audio)
        {
            return _local.FindStandIn(sha256) is { } standIn ? (standIn, ClipSource.StandIn) : null;
        }

        return (
            _local.AddAudio(sha256, audio.Content, audio.Shape, isDurable: false) ?? _scratch.Add(sha256, audio.Content),
            ClipSource.Remote
        );
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The record does not describe these bytes.</exception>
    /// <exception cref="NarrationException">Neither the cache nor the fallback folder can be written.</exception>
    public ValueTask<StoredClip> AddAsync(ClipRecord record, ReadOnlyMemory<byte> wav, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (
            !ClipMeta.IsSound(record)
            || !new Digest(record.AudioHash, record.AudioBytes).IsOf(wav.Span)
            || WavShape.Read(wav.Span) != new WavShape(record.SampleRate, record.SampleCount)
        )
        {
            throw new ArgumentException("The record does not describe these bytes.", nameof(record));
        }

        var clip = new SharedClip(record, ClipMeta.ToJson(record), null);
        var stored = Keep(clip, wav, ClipSource.Local);
        if (record.StandsFor is { } meant)
        {
            // Of this machine alone: whoever asks the shared store for a take is to get the take.
            _local.AddStandIn(meant, record.AudioHash);
        }
        else
        {
            _uploads?.Add(clip, stored.Path);
        }

        return ValueTask.FromResult(stored);
    }

    /// <inheritdoc/>
    public void NoteNamed(string lockPath, IReadOnlyCollection<string> audio)
    {
        if (_options.IsReadOnly || audio.Count == 0 || !Directory.Exists(_local.Layout.Version))
        {
            return;
        }

        try
        {
            _named.Begin(_isNew);
            _named.Note(lockPath, audio);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing is evicted from a cache that cannot be written either.
        }
    }

    /// <inheritdoc/>
    public IDisposable? TryLock(ActionKey key) => _local.TryLock(key);

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

        BeginToKeepCount();
        Tidy();
        _notices.Flush();
        _scratch.Dispose();
    }

    private void BeginToKeepCount()
    {
        try
        {
            if (!_options.IsReadOnly)
            {
                _named.Begin(_isNew);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that can only be read loses nothing.
        }
    }

    private StoredClip Keep(SharedClip clip, ReadOnlyMemory<byte> audio, ClipSource source)
    {
        var record = clip.Record;
        if (_local.Add(record, clip.Meta, audio.Span, isDurable: source == ClipSource.Local) is { } path)
        {
            return new StoredClip(record, path, source);
        }

        var unkept = new StoredClip(record, _scratch.Add(record.AudioHash, audio.Span), source);
        _unkept[record.Key] = unkept;
        return unkept;
    }

    private (SharedClip Clip, string Path)? FindOwn(ActionKey key) =>
        _local.Find(key) is { } found ? (new SharedClip(found.Record, ClipMeta.ToJson(found.Record), null), found.Path) : null;

    private void Tidy()
    {
        if (_options.IsReadOnly)
        {
            return;
        }

        try
        {
            var upkeep = new CacheMaintenance(_local.Layout, DateTime.UtcNow);
            upkeep.Sweep();
            if (_local.HasWritten)
            {
                // Whoever was killed while writing left something to write.
                upkeep.RemoveAbandoned();
            }

            if (_options.LimitGiB is { } limit)
            {
                var kept = _local
                    .Used.Concat(_options.Protected.Where(Digest.IsHash).Select(_local.Layout.Content))
                    .ToHashSet(StringComparer.Ordinal);
                var (clips, bytes) = upkeep.Evict((long)(limit * (1L << 30)), kept.Contains, _named.ReadAll());
                if (clips > 0)
                {
                    _notices.Once(StoreFindings.NamedTakesEvicted, EvictionMessage(limit, clips, bytes));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written is not tidied either.
        }
    }

    private string EvictionMessage(double limit, int clips, long bytes)
    {
        var takes = clips == 1 ? "take that a lock names was" : "takes that locks name were";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"NarrationCacheLimit is {limit} GiB. {clips} {takes} removed from '{_local.Layout.Root}' to keep to it "
                + $"({bytes / 1048576.0:0.0} MiB). Takes can't be made again: raise the limit, or keep them in a shared store "
                + $"(NarrationRemoteCache)."
        );
    }
}
