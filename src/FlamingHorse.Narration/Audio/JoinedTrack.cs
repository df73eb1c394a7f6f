namespace FlamingHorse.Narration.Audio;

/// <summary>Writes a timeline's clips and silences as one WAV, through one small buffer.</summary>
internal static class JoinedTrack
{
    private const int BufferBytes = 64 * 1024;

    public static void Write(NarrationTimeline timeline, Stream target, string folder)
    {
        var dataBytes = CheckTimeline(timeline);
        foreach (var segment in timeline.Entries.Select(entry => entry.Segment).Distinct())
        {
            // Found out now, a wrong clip leaves no half-written track behind.
            WavClip.Open(segment, folder).Dispose();
        }

        var header = ClipHeader.Of(dataBytes, timeline.SampleRate);
        target.Write(header, 0, header.Length);

        var buffer = new byte[BufferBytes];
        var position = 0L;
        foreach (var entry in timeline.Entries)
        {
            WriteSilence(target, entry.StartSample - position, buffer);
            using (var clip = WavClip.Open(entry.Segment, folder))
            {
                clip.CopySamples(target, buffer);
            }

            position = entry.EndSample;
        }

        WriteSilence(target, timeline.SampleCount - position, buffer);
    }

    private static uint CheckTimeline(NarrationTimeline timeline)
    {
        foreach (var entry in timeline.Entries)
        {
            var (segment, first) = (entry.Segment, timeline.Entries[0].Segment);
            if (segment.IsEstimated)
            {
                throw new InvalidOperationException(
                    $"'{segment.Id}' has no audio: its duration is an estimate, so there is no track to write yet."
                );
            }

            if (segment.SampleRate != first.SampleRate)
            {
                throw new InvalidOperationException(
                    $"One track has one sample rate, but '{first.Id}' has {first.SampleRate} and '{segment.Id}' has {segment.SampleRate}. Synthesize them with one model, or write a track for each."
                );
            }
        }

        return timeline.SampleCount <= (uint.MaxValue - ClipHeader.Length) / ClipHeader.BytesPerSample
            ? (uint)(timeline.SampleCount * ClipHeader.BytesPerSample)
            : throw new InvalidOperationException(
                $"A WAV file holds 4 GiB; {timeline.Duration} at {timeline.SampleRate} samples a second is longer. Write it in parts."
            );
    }

    private static void WriteSilence(Stream target, long samples, byte[] buffer)
    {
        if (samples == 0)
        {
            return;
        }

        Array.Clear(buffer, 0, buffer.Length);
        for (var left = samples * ClipHeader.BytesPerSample; left > 0; )
        {
            var count = (int)Math.Min(buffer.Length, left);
            target.Write(buffer, 0, count);
            left -= count;
        }
    }
}
