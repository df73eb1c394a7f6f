using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>
/// This machine's cache: a folder that any number of builds share, without a global lock and without trust in what a crash, a disk or a
/// user left in it.
/// Nothing that it gives is unverified; what fails goes to quarantine and is a miss.
/// </summary>
/// <param name="layout">Where things are.</param>
/// <param name="notices">Where warnings go.</param>
/// <param name="isReadOnly">Leaves everything as it is: no quarantine, no access times, no writes.</param>
public sealed partial class LocalStore(StoreLayout layout, StoreWarnings notices, bool isReadOnly = false)
{
    private readonly Quarantine _quarantine = new(layout, notices, isReadOnly);
    private readonly UsedFiles _used = new(isReadOnly);
    private volatile bool _isWritable = !isReadOnly;

    public StoreLayout Layout => layout;

    /// <summary>Whether this instance stored anything.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Paths that this instance found or wrote; none of them may be evicted by it.</summary>
    public ICollection<string> Used => _used.Paths;

    /// <summary>The take under a key; null for none, and for one that does not hold what it says.</summary>
    public (ClipRecord Record, string Path)? Find(ActionKey key)
    {
        if (!Digest.IsHash(key.Hex))
        {
            return null;
        }

        var path = layout.Action(key);
        if (Read(path, ActionResult.MaxBytes) is not { } json)
        {
            return null;
        }

        if (ActionResult.Parse(json) is not { } action)
        {
            _quarantine.Add(path);
            return null;
        }

        if (FindRecord(action.Meta) is not { } record)
        {
            return null;
        }

        if (record.Key != key || record.AudioHash != action.Audio.Hash || record.AudioBytes != action.Audio.Size)
        {
            _quarantine.Add(path);
            return null;
        }

        if (FindAudio(record.AudioHash, record.AudioBytes) is not { } audio)
        {
            return null;
        }

        if (audio.Shape != new WavShape(record.SampleRate, record.SampleCount))
        {
            _quarantine.Add(path);
            return null;
        }

        return (record, audio.Path);
    }

    /// <summary>The record stored under a digest.</summary>
    public ClipRecord? FindRecord(Digest digest)
    {
        var path = layout.Content(digest.Hash);
        if (Read(path, ClipMeta.MaxBytes) is not { } json)
        {
            return null;
        }

        if (digest.IsOf(json) && ClipMeta.Parse(json) is { } record)
        {
            return record;
        }

        _quarantine.Add(path);
        return null;
    }

    /// <summary>Null: another build (or thread) holds the key.</summary>
    public IDisposable? TryLock(ActionKey key) => FileLock.TryTake(layout.Lock(key));

    /// <summary>A small file; null when it is missing or may not be read.</summary>
    private byte[]? Read(string path, int maxBytes)
    {
        try
        {
            if (EntryFile.Look(path) is not { } file)
            {
                return null;
            }

            if (EntryFile.IsPlain(file, maxBytes) && EntryFile.ReadAll(file) is { } content)
            {
                _used.Mark(file);
                return content;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        _quarantine.Add(path);
        return null;
    }
}
