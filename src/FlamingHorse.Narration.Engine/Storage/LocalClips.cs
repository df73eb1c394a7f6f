using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Engine.Storage.Remote;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>
/// The clips that this machine has: those of its cache and, for this build alone, those that the cache could not take.
/// </summary>
internal sealed class LocalClips(StoreOptions options, LocalStore cache) : IDisposable
{
    private readonly ScratchFolder _scratch = new(options.FallbackPath);
    private readonly ConcurrentDictionary<ActionKey, StoredClip> _unkept = new();

    /// <summary>The take under a key.</summary>
    public StoredClip? Find(ActionKey key) =>
        cache.Find(key) is { } found ? new StoredClip(found.Record, found.Path, ClipSource.Local) : _unkept.GetValueOrDefault(key);

    /// <summary>Audio by its hash.</summary>
    public string? FindAudio(string sha256) =>
        options.Copies.TryGetValue(sha256, out var size) && cache.FindUnverified(sha256, size) is { } seen
            ? seen
            : cache.FindAudio(sha256)?.Path ?? _scratch.Find(sha256);

    /// <summary>Whether the audio of a record is in the cache, so that it need not be fetched.</summary>
    public bool HasAudio(ClipRecord record) => cache.FindAudio(record.AudioHash, record.AudioBytes) is not null;

    /// <summary>A take of the cache in the form in which it is uploaded.</summary>
    public (SharedClip Clip, string Path)? FindToUpload(ActionKey key) =>
        cache.Find(key) is { } found ? (new SharedClip(found.Record, ClipMeta.ToJson(found.Record), null), found.Path) : null;

    /// <summary>Keeps a clip in the cache, or else for this build.</summary>
    /// <exception cref="NarrationException">Neither the cache nor the fallback folder can be written.</exception>
    public StoredClip Keep(SharedClip clip, ReadOnlyMemory<byte> audio, ClipSource source)
    {
        var record = clip.Record;
        if (cache.Add(record, clip.Meta, audio.Span, isDurable: source == ClipSource.Local) is { } path)
        {
            return new StoredClip(record, path, source);
        }

        var unkept = new StoredClip(record, _scratch.Add(record.AudioHash, audio.Span), source);
        _unkept[record.Key] = unkept;
        return unkept;
    }

    /// <summary>Keeps a clip that was fetched, without its audio where that is here.</summary>
    /// <exception cref="NarrationException">Neither the cache nor the fallback folder can be written.</exception>
    public StoredClip? KeepFetched(SharedClip clip)
    {
        if (clip.Audio is { } audio)
        {
            return Keep(clip, audio, ClipSource.Remote);
        }

        cache.AddAction(clip.Record, clip.Meta, isDurable: false);
        return cache.FindAudio(clip.Record.AudioHash, clip.Record.AudioBytes) is { } here
            ? new StoredClip(clip.Record, here.Path, ClipSource.Remote)
            : null;
    }

    /// <summary>Keeps audio that was fetched, without a record.</summary>
    /// <exception cref="NarrationException">Neither the cache nor the fallback folder can be written.</exception>
    public string KeepAudio(string sha256, byte[] audio, WavShape shape) =>
        cache.AddAudio(sha256, audio, shape, isDurable: false) ?? _scratch.Add(sha256, audio);

    public void Dispose() => _scratch.Dispose();
}
