using FlamingHorse.Narration.Engine.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Export;

/// <summary>The joined track as a file: streamed, and there only when it is whole.</summary>
internal static class TrackFile
{
    /// <param name="path">The WAV.</param>
    /// <param name="timeline">Its segments name their clips by absolute paths.</param>
    /// <param name="request">For messages.</param>
    /// <exception cref="NarrationException">FHN3055: the clips do not make one track.</exception>
    public static void Write(string path, NarrationTimeline timeline, ExportRequest request)
    {
        var rates = timeline.Entries.Select(entry => entry.Segment).DistinctBy(segment => segment.SampleRate).ToList();
        if (rates.Count > 1)
        {
            throw new NarrationException(StoreFindings.TrackImpossible.At(
                new(request.ProjectFile),
                FormattableString.Invariant($"One track has one sample rate, but '{rates[0].Id}' has {rates[0].SampleRate} Hz and '{rates[1].Id}' has {rates[1].SampleRate} Hz. Speak them with one model, or use the scenes' own tracks or NarrationExportFormat=FlamingHorse, whose files are all at 24 kHz.")));
        }

        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + AtomicFile.TemporaryExtension);
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew))
            {
                timeline.WriteWav(file, folder);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException)
        {
            throw new NarrationException(StoreFindings.TrackImpossible.At(new(request.ProjectFile), error.Message), error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
