using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;

/// <summary>
/// Fills Flaming Horse's <c>output_dir</c> such that an unchanged scene renders from it: the MP3 files first, the index last.
/// </summary>
internal sealed class FlamingHorseExport(ExportRequest request)
{
    private readonly Mp3Encoder _encoder = new(request.Encoder, request.Launcher, request.Settings.Machine.Environment);

    /// <param name="audio">Clips by id.</param>
    /// <param name="cancellation">Leaves the files that are finished, and the index as it was.</param>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyDictionary<string, string> audio, CancellationToken cancellation)
    {
        Directory.CreateDirectory(request.FlamingHorseFolder);
        var segments = request.Scenes.SelectMany(scene => scene.Segments).ToArray();
        var made = new bool[segments.Length];
        await Parallel
            .ForAsync(
                0,
                segments.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
                async (index, stop) => made[index] = await PutAsync(segments[index], audio[segments[index].Id], stop).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        var path = Path.Combine(request.FlamingHorseFolder, FlamingHorseIndex.FileName);
        using (FileLock.Guard(path, request.Settings.Machine.LockDirectory, cancellation))
        {
            var entries = segments.Zip(made, (segment, isNew) => (Entry(segment), isNew)).ToList();
            AtomicFile.WriteIfDifferent(
                path,
                FlamingHorseIndex.Merge(TextFile.ReadIfPresent(path), path, entries, request.Clock.GetUtcNow())
            );
        }

        return [.. segments.Select(segment => Path.Combine(request.FlamingHorseFolder, FileName(segment))), path];
    }

    private async Task<bool> PutAsync(ManifestSegment segment, string wav, CancellationToken cancellation)
    {
        var path = Path.Combine(request.FlamingHorseFolder, FileName(segment));
        // Of what is heard: the same take at another level is another file.
        var hash = Digest.HashOf(await File.ReadAllBytesAsync(wav, cancellation).ConfigureAwait(false));
        if (Mp3Encoder.IsOf(path, hash))
        {
            return false;
        }

        var temporary = Path.Combine(request.FlamingHorseFolder, Guid.NewGuid().ToString("N") + TemporaryFileName.Extension);
        try
        {
            await _encoder.EncodeAsync(wav, hash, temporary, cancellation).ConfigureAwait(false);
            FileReplacement.OfThisSystem.Move(temporary, path);
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private FlamingHorseEntry Entry(ManifestSegment segment) =>
        new(
            segment.Id,
            Collapse(segment.Caption ?? MarkedText.Parse(segment.Text).Caption),
            FileName(segment),
            segment.Model,
            Reference(segment.Voice),
            segment.SampleCount / (double)segment.SampleRate
        );

    // <key>.mp3, wherever the key is a name that every file system takes.
    private static string FileName(ManifestSegment segment) => SegmentId.FileName(segment.Id) + ".mp3";

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Relative if the recording is in the project, so that the index does not depend on one machine.</summary>
    private string Reference(string voice)
    {
        if (request.Settings.Voices.GetValueOrDefault(voice)?.ReferenceAudio is not { } path)
        {
            return "";
        }

        var relative = Path.GetRelativePath(Path.GetDirectoryName(request.ProjectFile)!, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative.Replace('\\', '/');
    }
}
