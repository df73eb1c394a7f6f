using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.Outputs.Audio;

/// <summary>Puts the manifest's clips beside the app and takes away every other: the folder is wholly ours.</summary>
/// <param name="find">The path of the audio with this SHA-256, or null.</param>
/// <param name="directory">The folder beside the app.</param>
/// <param name="report">Takes the warning about a clip that is being played.</param>
/// <param name="replacement">How files get their names.</param>
internal sealed class AudioCopy(
    Func<string, CancellationToken, ValueTask<string?>> find,
    string directory,
    Action<Finding> report,
    FileReplacement replacement
)
{
    private readonly HashSet<string> _played = new(StringComparer.Ordinal);

    /// <summary>Returns the ids whose audio no store has.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(NarrationManifest manifest, CopiedAudioIndex ledger, CancellationToken cancellation)
    {
        var missing = new List<string>();
        var entries = new Dictionary<string, CopiedAudioIndex.Entry>(StringComparer.Ordinal);
        foreach (var segment in manifest.Segments)
        {
            cancellation.ThrowIfCancellationRequested();
            if (segment.AudioFile is null || segment.AudioHash is null)
            {
                continue;
            }

            var name = segment.AudioFile[(segment.AudioFile.LastIndexOf('/') + 1)..];
            var path = Path.Combine(directory, name);
            if (
                ledger.Entries.TryGetValue(name, out var there)
                && there.AudioHash == segment.AudioHash
                && FileStamp.Of(path) == there.Stamp
            )
            {
                entries[name] = there;
            }
            else if (await find(segment.AudioHash, cancellation).ConfigureAwait(false) is { } found)
            {
                if (TryPut(found, path))
                {
                    entries[name] = new(segment.AudioHash, FileStamp.Of(path));
                }
            }
            else
            {
                missing.Add(segment.Id);
            }
        }

        RemoveOthers(entries);
        ledger.With(entries).Write();
        return missing;
    }

    /// <summary>False where a player has the old clip open, on a system that lets nobody replace it then.</summary>
    private bool TryPut(string source, string target)
    {
        var temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, temporary);
            // A time of its own: whoever compares by time sees another take as another file.
            File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow);
            replacement.Move(temporary, target);
            return true;
        }
        catch (FileHeldException)
        {
            Removal.TryFile(temporary);
            _played.Add(Path.GetFileName(target));
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
            if (!kept.ContainsKey(Path.GetFileName(path)) && !_played.Contains(Path.GetFileName(path)))
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
