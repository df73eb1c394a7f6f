using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.Outputs.Audio;

/// <summary>Finds clips as they are heard, at the project's level: beside the app, or of the stored take.</summary>
/// <param name="folder">Of the manifest.</param>
/// <param name="output">Where the app is.</param>
/// <param name="store">Has the takes.</param>
/// <param name="level">LUFS; null leaves levels alone.</param>
internal sealed class PlacedClips(string folder, string output, IClipStore store, double? level)
{
    private readonly CopiedAudioIndex _index = CopiedAudioIndex.Read(folder);

    /// <summary>Absolute path of the WAV; null where no store within reach has the take.</summary>
    public async ValueTask<string?> FindAsync(ManifestSegment segment, CancellationToken cancellation)
    {
        if (segment is not { AudioFile: { } file, AudioHash: { } hash })
        {
            return null;
        }

        var beside = Path.Combine(output, file.Replace('/', Path.DirectorySeparatorChar));
        var name = Path.GetFileName(beside);
        if (
            _index.Entries.TryGetValue(name, out var placed)
            && placed.AudioHash == hash
            && placed.Level.Equals(level)
            && File.Exists(beside)
            && Digest.HashOf(await File.ReadAllBytesAsync(beside, cancellation).ConfigureAwait(false)) == placed.PlacedHash
        )
        {
            return beside;
        }

        if (await store.FindAudioAsync(hash, cancellation).ConfigureAwait(false) is not { Path: var take })
        {
            return null;
        }

        var (wav, gain) = ClipLevel.Apply(
            await File.ReadAllBytesAsync(take, cancellation).ConfigureAwait(false),
            segment.SpeechStart,
            segment.SpeechEnd,
            level
        );
        if (gain == 0)
        {
            return take;
        }

        var path = Path.Combine(folder, "levelled", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteIfDifferent(path, wav);
        return path;
    }
}
