using System.Collections.Concurrent;
using System.Security.Cryptography;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.Outputs.Audio;

/// <summary>Puts the manifest's clips beside the app and takes away every other: the folder is wholly ours.</summary>
/// <param name="find">The path of the audio with this SHA-256, or null.</param>
/// <param name="directory">The folder beside the app.</param>
/// <param name="level">LUFS that clips are brought to there; null leaves them as they are.</param>
/// <param name="report">Takes the warning about a clip that is being played.</param>
/// <param name="replacement">How files get their names.</param>
internal sealed class AudioCopy(
    Func<string, CancellationToken, ValueTask<string?>> find,
    string directory,
    double? level,
    Action<Finding> report,
    FileReplacement replacement
)
{
    private readonly ConcurrentDictionary<string, bool> _played = new(StringComparer.Ordinal);

    /// <summary>Returns the ids whose audio no store has.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(NarrationManifest manifest, CopiedAudioIndex ledger, CancellationToken cancellation)
    {
        var segments = manifest.Segments.Where(segment => segment is { AudioFile: not null, AudioHash: not null }).ToList();
        var isMissing = new bool[segments.Count];
        var placed = new CopiedAudioIndex.Entry?[segments.Count];
        await Parallel
            .ForAsync(0, segments.Count, cancellation, async (index, stop) =>
                (placed[index], isMissing[index]) = await PlaceAsync(segments[index], ledger, stop).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        var entries = new Dictionary<string, CopiedAudioIndex.Entry>(StringComparer.Ordinal);
        foreach (var (segment, entry) in segments.Zip(placed))
        {
            if (entry is not null)
            {
                entries[NameOf(segment)] = entry;
            }
        }

        RemoveOthers(entries);
        ledger.With(entries).Write();
        return [.. segments.Where((_, index) => isMissing[index]).Select(segment => segment.Id)];
    }

    private static string NameOf(ManifestSegment segment) => segment.AudioFile![(segment.AudioFile!.LastIndexOf('/') + 1)..];

    /// <summary>Neither an entry nor missing: the clip of before is being played.</summary>
    private async ValueTask<(CopiedAudioIndex.Entry? Entry, bool IsMissing)> PlaceAsync(
        ManifestSegment segment,
        CopiedAudioIndex ledger,
        CancellationToken cancellation
    )
    {
        var (name, hash) = (NameOf(segment), segment.AudioHash!);
        var path = Path.Combine(directory, name);
        if (
            ledger.Entries.TryGetValue(name, out var there)
            && there.AudioHash == hash
            && there.Level.Equals(level)
            && FileStamp.Of(path) == there.Stamp
        )
        {
            return (there, false);
        }

        if (await find(hash, cancellation).ConfigureAwait(false) is not { } found)
        {
            return (null, true);
        }

        var take = await File.ReadAllBytesAsync(found, cancellation).ConfigureAwait(false);
        var (wav, gain) = ClipLevel.Apply(take, segment.SpeechStart, segment.SpeechEnd, level);
        return TryPut(found, gain == 0 ? null : wav, path)
            ? (new(hash, level, gain, Convert.ToHexStringLower(SHA256.HashData(wav)), FileStamp.Of(path)), false)
            : (null, false);
    }

    /// <summary>False where a player has the old clip open, on a system that lets nobody replace it then.</summary>
    private bool TryPut(string source, byte[]? levelled, string target)
    {
        var temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (levelled is null)
            {
                File.Copy(source, temporary);
            }
            else
            {
                File.WriteAllBytes(temporary, levelled);
            }

            // A time of its own: whoever compares by time sees another take as another file.
            File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow);
            replacement.Move(temporary, target);
            return true;
        }
        catch (FileHeldException)
        {
            Removal.TryFile(temporary);
            _played[Path.GetFileName(target)] = true;
            report(
                StoreFindings.ClipInUse.At(
                    new(target),
                    $"The clip '{Path.GetFileName(target)}' beside the app is open in another program and stays as it was. Stop playing "
                        + $"it and build again."
                )
            );
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Removal.TryFile(temporary);
            throw new NarrationException(
                StoreFindings.OutputNotWritable.At(
                    new(target),
                    $"The audio cannot be put beside the app: {e.Message} Free some space or set OutputPath to a folder that can be "
                        + $"written."
                ),
                e
            );
        }
    }

    private void RemoveOthers(Dictionary<string, CopiedAudioIndex.Entry> kept)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(directory))
        {
            if (!kept.ContainsKey(Path.GetFileName(path)) && !_played.ContainsKey(Path.GetFileName(path)))
            {
                Removal.TryFile(path); // a player may hold it open
            }
        }

        if (kept.Count == 0 && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }
}
