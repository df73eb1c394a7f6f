using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Export.Formats;

/// <summary>The joined track as a file: streamed, and there only when it is whole.</summary>
internal static class TrackFile
{
    private const int BlockBytes = 64 * 1024;

    /// <param name="path">The WAV.</param>
    /// <param name="timeline">Its segments name their clips by absolute paths.</param>
    /// <param name="request">For messages.</param>
    /// <exception cref="NarrationException">FHN3055: the clips do not make one track.</exception>
    public static void Write(string path, NarrationTimeline timeline, ExportRequest request)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + TemporaryFileName.Extension);
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew))
            {
                if (timeline.Entries.DistinctBy(entry => entry.Segment.SampleRate).Count() > 1)
                {
                    WriteResampled(timeline, file, folder);
                }
                else
                {
                    timeline.WriteWav(file, folder);
                }
            }

            // The same track keeps its time, so that nothing downstream runs again.
            if (!HoldTheSame(temporary, path))
            {
                FileReplacement.OfThisSystem.Move(temporary, path);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException or WavFormatException or OverflowException)
        {
            throw new NarrationException(StoreFindings.TrackImpossible.At(new(request.ProjectFile), error.Message), error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool HoldTheSame(string made, string there)
    {
        if (!File.Exists(there))
        {
            return false;
        }

        using var one = File.OpenRead(made);
        using var other = File.OpenRead(there);
        if (one.Length != other.Length)
        {
            return false;
        }

        var (left, right) = (new byte[BlockBytes], new byte[BlockBytes]);
        int read;
        do
        {
            read = one.ReadAtLeast(left, BlockBytes, throwOnEndOfStream: false);
            if (
                other.ReadAtLeast(right, BlockBytes, throwOnEndOfStream: false) != read
                || !left.AsSpan(0, read).SequenceEqual(right.AsSpan(0, read))
            )
            {
                return false;
            }
        } while (read == BlockBytes);
        return true;
    }

    /// <summary>
    /// A recording beside a voice has a rate of its own. The highest is the track's, and every clip lies where the exact timeline says, to
    /// the nearest sample.
    /// </summary>
    private static void WriteResampled(NarrationTimeline timeline, Stream file, string folder)
    {
        var rate = timeline.Entries.Max(entry => entry.Segment.SampleRate);
        var length = At(timeline.SampleCount, timeline, rate);
        file.Write(WavFile.Header(checked((int)length), rate));
        var position = 0L;
        foreach (var entry in timeline.Entries)
        {
            var (start, end) = (At(entry.StartSample, timeline, rate), At(entry.EndSample, timeline, rate));
            var clip = WavFile.Read(File.ReadAllBytes(entry.Segment.GetFullPath(folder)));
            Silence(file, start - position);
            file.Write(WavFile.Data(clip.SampleRate == rate ? clip : Resampling.To(clip, rate, (int)(end - start))));
            position = end;
        }

        Silence(file, length - position);
    }

    private static long At(long sample, NarrationTimeline timeline, int rate) =>
        (long)Math.Round((decimal)sample * rate / timeline.SampleRate);

    private static void Silence(Stream file, long samples)
    {
        var zeros = new byte[BlockBytes];
        for (var left = samples * 2; left > 0; left -= Math.Min(left, zeros.Length))
        {
            file.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
        }
    }
}
