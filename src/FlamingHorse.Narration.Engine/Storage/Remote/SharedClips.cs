using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// Takes in a shared store. Whatever comes back is data of unknown origin: it passes here only when length, hash, header and key agree.
/// </summary>
public sealed class SharedClips(ISharedStore store, StoreWarnings notices)
{
    private readonly ConcurrentDictionary<string, byte> _wrong = new(StringComparer.Ordinal);

    public bool CanWrite => store.CanWrite;

    /// <summary>The take under a key.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="hasAudio">Whether this machine has the audio of a record; it is not fetched then.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<SharedClip?> GetAsync(ActionKey key, Func<ClipRecord, bool> hasAudio, CancellationToken cancellation)
    {
        if (!Digest.IsHash(key.Hex) || await store.GetActionAsync(key, cancellation).ConfigureAwait(false) is not { } json)
        {
            return null;
        }

        if (ActionResult.Parse(json) is not { } action)
        {
            return Wrong(key.Hex);
        }

        if (
            await store.GetContentAsync(action.Meta.Hash, action.Meta.Size, ClipMeta.MaxBytes, cancellation).ConfigureAwait(false)
            is not { } meta
        )
        {
            return null;
        }

        if (!action.Meta.IsOf(meta) || ClipMeta.Parse(meta) is not { } record)
        {
            return Wrong(action.Meta.Hash);
        }

        if (record.Key != key)
        {
            notices.Once(
                StoreFindings.RemotePoisoned,
                $"Under the key {key} the shared store returned an entry made for {record.Key}; it counts as missing. Someone "
                    + $"edited the store by hand or tampered with it: check who has write access."
            );
            return null;
        }

        if (action.Audio != new Digest(record.AudioHash, record.AudioBytes))
        {
            return Wrong(key.Hex);
        }

        if (hasAudio(record))
        {
            return new SharedClip(record, meta, null);
        }

        return
            await GetAudioAsync(record.AudioHash, record.AudioBytes, cancellation).ConfigureAwait(false) is { } audio
            && audio.Shape == new WavShape(record.SampleRate, record.SampleCount)
            ? new SharedClip(record, meta, audio.Content)
            : null;
    }

    /// <summary>Audio by its hash, and by its size where that is known.</summary>
    public async ValueTask<(byte[] Content, WavShape Shape)?> GetAudioAsync(string hash, long? size, CancellationToken cancellation)
    {
        var limit = (int)Math.Min(size ?? ClipMeta.MaxAudioBytes, ClipMeta.MaxAudioBytes);
        if (await store.GetContentAsync(hash, size, limit, cancellation).ConfigureAwait(false) is not { } content)
        {
            return null;
        }

        if (Digest.HashOf(content) == hash && WavShape.Read(content) is { } shape)
        {
            return (content, shape);
        }

        Wrong(hash);
        return null;
    }

    /// <summary>Adds a take, content first, the action last.</summary>
    /// <returns>Whether all of it is there now.</returns>
    public async ValueTask<bool> PutAsync(SharedClip clip, ReadOnlyMemory<byte> audio, CancellationToken cancellation)
    {
        var action = clip.Action;
        return await store.PutContentAsync(action.Audio, audio, _wrong.ContainsKey(action.Audio.Hash), cancellation).ConfigureAwait(false)
            && await store.PutContentAsync(action.Meta, clip.Meta, _wrong.ContainsKey(action.Meta.Hash), cancellation).ConfigureAwait(false)
            && await store.PutActionAsync(clip.Record.Key, action.ToJson(), cancellation).ConfigureAwait(false);
    }

    private SharedClip? Wrong(string name)
    {
        if (_wrong.TryAdd(name, 0))
        {
            notices.Count(StoreFindings.RemoteCorrupt, n =>
                $"{(n == 1 ? "1 entry of the shared store was" : $"{n} entries of the shared store were")} corrupt, first "
                + $"'{name}'. Corrupt entries count as missing. A build with write access replaces those that it makes again."
            );
        }

        return null;
    }
}
