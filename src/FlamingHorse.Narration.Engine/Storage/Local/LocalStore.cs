using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
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
    private static readonly TimeSpan TouchInterval = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Verified> _verified = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _used = new(StringComparer.Ordinal);
    private volatile bool _isWritable = !isReadOnly;

    public StoreLayout Layout => layout;

    /// <summary>Whether this instance stored anything.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Paths that this instance found or wrote; none of them may be evicted by it.</summary>
    public ICollection<string> Used => _used.Keys;

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
            SetAside(path);
            return null;
        }

        if (FindRecord(action.Meta) is not { } record)
        {
            return null;
        }

        if (record.Key != key || record.AudioHash != action.Audio.Hash || record.AudioBytes != action.Audio.Size)
        {
            SetAside(path);
            return null;
        }

        if (FindAudio(record.AudioHash, record.AudioBytes) is not { } audio)
        {
            return null;
        }

        if (audio.Shape != new WavShape(record.SampleRate, record.SampleCount))
        {
            SetAside(path);
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

        SetAside(path);
        return null;
    }

    /// <summary>Audio by its hash, and by its size where that is known.</summary>
    public (string Path, WavShape Shape)? FindAudio(string hash, long? size = null)
    {
        var path = layout.Content(hash);
        try
        {
            if (EntryFile.Look(path) is not { } file)
            {
                return null;
            }

            if (!EntryFile.IsPlain(file, ClipMeta.MaxAudioBytes))
            {
                SetAside(path);
                return null;
            }

            if (!_verified.TryGetValue(hash, out var verified) || verified.Size != file.Length)
            {
                var (actual, shape) = EntryFile.Inspect(file);
                if (actual != hash || shape is not { } sound)
                {
                    SetAside(path);
                    return null;
                }

                _verified[hash] = verified = new Verified(file.Length, sound);
            }

            // The bytes are what their name says; a size that differs is then an error of whoever asks.
            if (size is { } expected && expected != verified.Size)
            {
                return null;
            }

            Use(file);
            return (path, verified.Shape);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The path of audio that whoever asks has a verified copy of: its size is looked at and its bytes are not, so whoever takes it from
    /// here verifies it.
    /// </summary>
    public string? FindUnverified(string hash, long size)
    {
        try
        {
            if (EntryFile.Look(layout.Content(hash)) is { } file && EntryFile.IsPlain(file, ClipMeta.MaxAudioBytes) && file.Length == size)
            {
                Use(file);
                return file.FullName;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the whole of it is looked at, which has words for this.
        }

        return null;
    }

    /// <summary>Null: another build (or thread) holds the key.</summary>
    public IDisposable? TryLock(ActionKey key) => FileLock.TryTake(layout.Lock(key));

    /// <summary>A small file; null when there is none, or none that may be read.</summary>
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
                Use(file);
                return content;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        SetAside(path);
        return null;
    }

    /// <summary>Marks a file as used: for this build's eviction at once, for other builds' by its time, at most once a day.</summary>
    private void Use(FileInfo file)
    {
        if (!_used.TryAdd(file.FullName, 0) || isReadOnly)
        {
            return;
        }

        // A clock that was ahead left times in the future: those are set right too.
        var now = DateTime.UtcNow;
        if ((now - file.LastWriteTimeUtc).Duration() > TouchInterval)
        {
            try
            {
                file.LastWriteTimeUtc = now;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A read-only cache is read all the same.
            }
        }
    }

    /// <summary>Moves what cannot be used out of the way, so that a sound entry can take its place.</summary>
    private void SetAside(string path)
    {
        if (isReadOnly)
        {
            return;
        }

        notices.Count(StoreFindings.EntryCorrupt, n =>
            $"{(n == 1 ? "1 entry" : $"{n} entries")} of the narration cache did not hold what they should and were moved to "
            + $"'{layout.Quarantine}'; they count as missing. If this goes on, check the disk."
        );
        try
        {
            AtomicFile.CreateFolder(layout.Quarantine, isPrivate: true);
            var target = Path.Combine(layout.Quarantine, Path.GetFileName(path) + "." + Guid.NewGuid().ToString("N")[..8]);
            if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            {
                Directory.Move(path, target);
            }
            else
            {
                File.Move(path, target);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays where it is, and stays a miss.
        }
    }

    private sealed record Verified(long Size, WavShape Shape);
}
