using System.Security.Cryptography;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.Outputs.Audio;

/// <summary>Puts the manifest's clips beside the app and removes every other file there: the folder is the package's own.</summary>
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
    private readonly ClipPlacement _placement = new(report, replacement);

    /// <summary>Returns the ids whose audio no store has.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(NarrationManifest manifest, CopiedAudioIndex copied, CancellationToken cancellation)
    {
        var segments = manifest.Segments.Where(segment => segment is { AudioFile: not null, AudioHash: not null }).ToList();
        var isMissing = new bool[segments.Count];
        var placed = new CopiedAudioIndex.Entry?[segments.Count];
        await Parallel
            .ForAsync(0, segments.Count, cancellation, async (index, stop) =>
                (placed[index], isMissing[index]) = await PlaceAsync(segments[index], copied, stop).ConfigureAwait(false)
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
        copied.With(entries).Write();
        return [.. segments.Where((_, index) => isMissing[index]).Select(segment => segment.Id)];
    }

    private static string NameOf(ManifestSegment segment) => segment.AudioFile![(segment.AudioFile!.LastIndexOf('/') + 1)..];

    /// <summary>Neither an entry nor missing: the old clip is being played and stays.</summary>
    private async ValueTask<(CopiedAudioIndex.Entry? Entry, bool IsMissing)> PlaceAsync(
        ManifestSegment segment,
        CopiedAudioIndex copied,
        CancellationToken cancellation
    )
    {
        var (name, hash) = (NameOf(segment), segment.AudioHash!);
        var path = Path.Combine(directory, name);
        if (
            copied.Entries.TryGetValue(name, out var there)
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
        return _placement.TryPut(found, gain == 0 ? null : wav, path)
            ? (new(hash, level, gain, Convert.ToHexStringLower(SHA256.HashData(wav)), FileStamp.Of(path)), false)
            : (null, false);
    }

    private void RemoveOthers(Dictionary<string, CopiedAudioIndex.Entry> kept)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(directory))
        {
            if (!kept.ContainsKey(Path.GetFileName(path)) && !_placement.IsBeingPlayed(Path.GetFileName(path)))
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
