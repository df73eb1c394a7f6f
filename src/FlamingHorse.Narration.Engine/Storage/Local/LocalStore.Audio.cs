using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <content>Finds audio, which is read once in a build to verify it.</content>
public sealed partial class LocalStore
{
    private readonly ConcurrentDictionary<string, Verified> _verified = new(StringComparer.Ordinal);

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
                _quarantine.Add(path);
                return null;
            }

            if (!_verified.TryGetValue(hash, out var verified) || verified.Size != file.Length)
            {
                var (actual, shape) = EntryFile.Inspect(file);
                if (actual != hash || shape is not { } sound)
                {
                    _quarantine.Add(path);
                    return null;
                }

                _verified[hash] = verified = new Verified(file.Length, sound);
            }

            // The bytes match their name, so if the size differs, the caller's expectation is wrong.
            if (size is { } expected && expected != verified.Size)
            {
                return null;
            }

            _used.Mark(file);
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
                _used.Mark(file);
                return file.FullName;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the whole of it is looked at, which has words for this.
        }

        return null;
    }

    private sealed record Verified(long Size, WavShape Shape);
}
