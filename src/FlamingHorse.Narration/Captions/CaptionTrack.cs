namespace FlamingHorse.Narration.Captions;

/// <summary>Texts on a timeline made into captions: divided, wrapped, timed in whole milliseconds.</summary>
internal static class CaptionTrack
{
    public static IReadOnlyList<NarrationCaption> Of(NarrationTimeline timeline, NarrationCaptionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxLineLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxLines, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDuration, TimeSpan.FromMilliseconds(100));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinDuration, TimeSpan.Zero);

        var captions = new List<NarrationCaption>();
        foreach (var entry in timeline.Entries)
        {
            Add(captions, entry, options);
        }

        return Timed(captions, timeline.Duration, options).AsReadOnly();
    }

    private static void Add(List<NarrationCaption> captions, NarrationEntry entry, NarrationCaptionOptions options)
    {
        var words = CaptionText.Words(entry.Segment.CaptionText, options.MaxLineLength);
        if (words.Count == 0)
        {
            return;
        }

        var (start, end) = entry.SpeechEnd > entry.SpeechStart ? (entry.SpeechStart, entry.SpeechEnd) : (entry.Start, entry.End);
        var timing = CaptionTiming.Of(words, entry.Segment, start - entry.Start, (end - start).TotalSeconds);
        var from = 0;
        foreach (var to in CaptionSplit.Ends(words, timing, options))
        {
            var places = new List<(int Line, int Offset)>(to - from);
            var lines = CaptionLines.Wrap(words, from, to, options.MaxLineLength, places);
            var first = start + Time(timing.ShownFrom(from));
            var last = to == words.Count ? end : start + Time(timing.ShownUntil(to));
            var stamps = places.Select((place, i) => new CaptionStamp(place.Line, place.Offset, start + Time(timing.Starts[from + i])));

            // Only a single word can outlast the limit; it is shown again rather than cut off.
            var repeats = Math.Max(1, (int)Math.Ceiling((last - first).Ticks / (double)options.MaxDuration.Ticks));
            for (var i = 0; i < repeats; i++)
            {
                captions.Add(
                    new NarrationCaption(entry, Part(first, last, i, repeats), Part(first, last, i + 1, repeats), lines)
                    {
                        Stamps = [.. stamps],
                    }
                );
            }

            from = to;
        }
    }

    private static TimeSpan Time(double seconds) => TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));

    private static TimeSpan Part(TimeSpan first, TimeSpan last, int part, int parts) =>
        first
        + TimeSpan.FromTicks((last - first).Ticks / parts * part)
        + (part == parts ? TimeSpan.FromTicks((last - first).Ticks % parts) : TimeSpan.Zero);

    /// <summary>
    /// On whole milliseconds (down, so that no caption outgrows its limit by its start), each at least one long, the short ones held
    /// as far as the silence after them allows.
    /// </summary>
    private static List<NarrationCaption> Timed(List<NarrationCaption> captions, TimeSpan end, NarrationCaptionOptions options)
    {
        var millisecond = TimeSpan.FromMilliseconds(1);
        var held = options.MinDuration < options.MaxDuration ? options.MinDuration : options.MaxDuration;
        var free = TimeSpan.Zero;
        for (var i = 0; i < captions.Count; i++)
        {
            var start = Max(free, WholeMilliseconds(captions[i].Start));
            var limit = i + 1 < captions.Count ? WholeMilliseconds(captions[i + 1].Start) : WholeMilliseconds(end);
            var until = Max(WholeMilliseconds(captions[i].End), WholeMilliseconds(Min(start + held, limit)));
            free = Max(Min(until, start + options.MaxDuration), start + millisecond);
            captions[i] = captions[i] with { Start = start, End = free };
        }

        return captions;
    }

    private static TimeSpan WholeMilliseconds(TimeSpan time) =>
        TimeSpan.FromTicks(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond));

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
