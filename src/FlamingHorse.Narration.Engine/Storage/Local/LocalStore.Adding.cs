using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <content>How a take gets in: content first, its action last, each whole or not at all.</content>
public sealed partial class LocalStore
{
    /// <summary>Stores a take, its action last; the audio's path, or null when the disk takes nothing.</summary>
    /// <param name="record">The take.</param>
    /// <param name="meta">The record's bytes.</param>
    /// <param name="audio">The audio's bytes.</param>
    /// <param name="isDurable">Survives a power cut. What was fetched can be fetched again, and what a power cut left of it does not
    /// verify.</param>
    public string? Add(ClipRecord record, ReadOnlySpan<byte> meta, ReadOnlySpan<byte> audio, bool isDurable)
    {
        var path = AddAudio(record.AudioHash, audio, new WavShape(record.SampleRate, record.SampleCount), isDurable);
        if (path is not null)
        {
            AddAction(record, meta, isDurable);
        }

        return path;
    }

    /// <summary>Stores the record and the action of audio that is here.</summary>
    public void AddAction(ClipRecord record, ReadOnlySpan<byte> meta, bool isDurable)
    {
        var action = new ActionResult(new Digest(record.AudioHash, record.AudioBytes), Digest.Of(meta));
        if (Write(layout.Content(action.Meta.Hash), meta, isDurable))
        {
            Write(layout.Action(record.Key), action.ToJson(), isDurable);
        }
    }

    /// <summary>Stores audio whose hash and header were checked; its path, or null when the disk takes nothing.</summary>
    public string? AddAudio(string hash, ReadOnlySpan<byte> audio, WavShape shape, bool isDurable)
    {
        var path = layout.Content(hash);
        if (!Write(path, audio, isDurable))
        {
            return null;
        }

        _verified[hash] = new Verified(audio.Length, shape);
        return path;
    }

    private bool Write(string path, ReadOnlySpan<byte> content, bool isDurable)
    {
        if (!_isWritable)
        {
            return false;
        }

        try
        {
            AtomicFile.Write(path, content, isPrivate: true, isDurable, followsLinks: false);
            _used.Add(path);
            HasWritten = true;
            return true;
        }
        catch (FileHeldException)
        {
            // Only this file is affected; the others can still be stored here.
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _isWritable = false;
            notices.Once(
                StoreFindings.CacheNotWritable,
                $"The narration cache '{layout.Root}' cannot be written ({e.Message}). This build continues, but what it makes is not "
                    + $"kept: free some space or set NarrationCachePath."
            );
            return false;
        }
    }
}
