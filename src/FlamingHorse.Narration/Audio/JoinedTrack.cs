namespace FlamingHorse.Narration.Audio;

/// <summary>Writes a timeline's clips and silences as one WAV, through one small buffer.</summary>
internal static class JoinedTrack
{
    private const int BufferBytes = 64 * 1024;

    public static void Write(NarrationTimeline timeline, Stream target, string folder, NarrationMissingAudio missing)
    {
        var heard = timeline.Entries.Where(entry => HasAudio(entry.Segment, folder, missing)).ToList();
        var rate = CommonRate(heard) ?? timeline.SampleRate;
        var length = SamplesAt(timeline.SampleCount, rate, timeline);
        var dataBytes = CheckLength(length, timeline);
        foreach (var segment in heard.Select(entry => entry.Segment).Distinct())
        {
            // Found out now, a wrong clip leaves no half-written track behind.
            WavClip.Open(segment, folder).Dispose();
        }

        var header = ClipHeader.Of(dataBytes, rate);
        target.Write(header, 0, header.Length);

        var buffer = new byte[BufferBytes];
        var position = 0L;
        foreach (var entry in heard)
        {
            var start = SamplesAt(entry.StartSample, rate, timeline);
            WriteSilence(target, start - position, buffer);
            using (var clip = WavClip.Open(entry.Segment, folder))
            {
                clip.CopySamples(target, buffer);
            }

            position = start + entry.Segment.SampleCount;
        }

        WriteSilence(target, length - position, buffer);
    }

    private static bool HasAudio(NarrationSegment segment, string folder, NarrationMissingAudio missing)
    {
        if (missing == NarrationMissingAudio.Silence)
        {
            return !segment.IsEstimated && File.Exists(segment.GetFullPath(folder));
        }

        return segment.IsEstimated
            ? throw new InvalidOperationException(
                $"'{segment.Id}' has no audio: its duration is an estimate, so there is no track to write yet. "
                    + $"NarrationMissingAudio.Silence writes one with silence in its place."
            )
            : true;
    }

    private static int? CommonRate(List<NarrationEntry> heard)
    {
        foreach (var segment in heard.Select(entry => entry.Segment))
        {
            var first = heard[0].Segment;
            if (segment.SampleRate != first.SampleRate)
            {
                throw new InvalidOperationException(
                    $"One track has one sample rate, but '{first.Id}' has {first.SampleRate} and '{segment.Id}' has "
                        + $"{segment.SampleRate}. Synthesize them with one model, or write a track for each."
                );
            }
        }

        return heard.Count == 0 ? null : heard[0].Segment.SampleRate;
    }

    /// <summary>
    /// A position of the timeline in samples of the track; they differ where an estimate has another rate than the clips.
    /// </summary>
    private static long SamplesAt(long sample, int rate, NarrationTimeline timeline) =>
        rate == timeline.SampleRate ? sample : sample / (timeline.SampleRate / rate);

    private static uint CheckLength(long samples, NarrationTimeline timeline) =>
        samples <= (uint.MaxValue - ClipHeader.Length) / ClipHeader.BytesPerSample
            ? (uint)(samples * ClipHeader.BytesPerSample)
            : throw new InvalidOperationException(
                $"A WAV file can hold 4 GiB; {timeline.Duration} at {timeline.SampleRate} samples a second is more. Write it in parts."
            );

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
