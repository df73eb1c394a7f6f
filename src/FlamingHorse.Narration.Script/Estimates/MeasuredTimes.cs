using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Times of words and marks that follow from what was measured of the spoken words.</summary>
public static class MeasuredTimes
{
    /// <summary>When each white-space token of the spoken text is said; one without a sound has no length.</summary>
    /// <param name="spoken">Normalized.</param>
    /// <param name="words">Measured, in order; none where there is nothing to tell.</param>
    public static IReadOnlyList<(int Start, int End)> OfTokens(string spoken, IReadOnlyList<TimedWord> words) =>
        words.Count == 0 ? [] : [.. TokenTimes.Of(WordAlignment.Split(spoken).Count, words).Select(time => (time.Start, time.End))];

    /// <summary>When each word of the caption is said.</summary>
    /// <param name="caption">As it is shown.</param>
    /// <param name="spoken">Normalized; what was said.</param>
    /// <param name="words">Measured, in order; at least one.</param>
    public static IReadOnlyList<CaptionWordTime> OfCaption(string caption, string spoken, IReadOnlyList<TimedWord> words)
    {
        var shown = WordAlignment.Split(caption);
        var said = WordAlignment.Split(spoken);
        var times = TokenTimes.Of(said.Count, words);
        var runs = WordAlignment.Of([.. shown.Select(word => NormalizedText.Of(word.Word))], [.. said.Select(word => word.Word)]);
        var placed = new CaptionWordTime[shown.Count];
        var last = words[0].Start;
        for (var i = 0; i < shown.Count; i++)
        {
            var (start, end) = SpanOf(times, runs[i], last);
            placed[i] = new CaptionWordTime(shown[i].Offset, shown[i].Word.Length, start, end, runs[i].IsExact);
            last = Math.Max(last, end);
        }
        return placed;
    }

    /// <summary>The same for a text whose formulas were read, which is known word by word.</summary>
    /// <param name="reading">The texts.</param>
    /// <param name="spoken">Normalized; what was said, which may be something else.</param>
    /// <param name="words">Measured, in order; at least one.</param>
    public static IReadOnlyList<CaptionWordTime> OfCaption(SegmentReading reading, string spoken, IReadOnlyList<TimedWord> words)
    {
        if (!reading.SpeaksFormulas || spoken != reading.Spoken)
            return OfCaption(reading.Caption, spoken, words);

        var shown = WordAlignment.Split(reading.Caption);
        var map = reading.FindCaptionWords();
        var times = TokenTimes.Of(map.Count, words);
        var placed = new CaptionWordTime[shown.Count];
        var last = words[0].Start;
        for (var i = 0; i < shown.Count; i++)
        {
            var sounding = times.Where((time, token) => map[token] == i && time.IsSounding).ToList();
            // A caption runs forward, also where a formula is read in another order.
            var start = sounding.Count == 0 ? last : Math.Max(last, sounding.Min(time => time.Start));
            var end = sounding.Count == 0 ? last : Math.Max(start, sounding.Max(time => time.End));
            placed[i] = new CaptionWordTime(shown[i].Offset, shown[i].Word.Length, start, end, IsExact: true);
            last = end;
        }
        return placed;
    }

    /// <summary>Samples of marks that stand before known words.</summary>
    internal static IReadOnlyList<PlacedCue> PlaceMarks(
        IReadOnlyList<TextMark> marks,
        IReadOnlyList<int> offsets,
        string spoken,
        IReadOnlyList<TimedWord> words,
        int sampleRate
    )
    {
        var tokens = WordAlignment.Split(spoken);
        var times = TokenTimes.Of(tokens.Count, words);
        var cues = new List<PlacedCue>(marks.Count);
        var last = 0L;
        for (var i = 0; i < marks.Count; i++)
        {
            var token = tokens.TakeWhile(word => word.Offset < offsets[i]).Count();
            var step = token < times.Length ? times[token].Start : words[words.Count - 1].End;
            last = Math.Max(last, TimedWord.ToSample(step, sampleRate));
            cues.Add(new PlacedCue(marks[i].Name, last, IsEstimated: false));
        }
        return cues;
    }

    /// <summary>Samples of marks, in the order of the text: each at the start of the word that it stands before.</summary>
    /// <param name="marked">The text with its marks.</param>
    /// <param name="spoken">Normalized; what was said.</param>
    /// <param name="words">Measured, in order; at least one.</param>
    /// <param name="sampleRate">Hz.</param>
    internal static IReadOnlyList<PlacedCue> PlaceMarks(MarkedText marked, string spoken, IReadOnlyList<TimedWord> words, int sampleRate)
    {
        var times = OfCaption(marked.Caption, spoken, words);
        var cues = new List<PlacedCue>(marked.Marks.Count);
        var last = 0L;
        foreach (var mark in marked.Marks)
        {
            var (step, isEstimated) = Find(times, mark.Offset, words);
            last = Math.Max(last, (long)Math.Round(step * sampleRate / TimedWord.StepsPerSecond));
            cues.Add(new PlacedCue(mark.Name, last, isEstimated));
        }
        return cues;
    }

    private static (double Step, bool IsEstimated) Find(IReadOnlyList<CaptionWordTime> times, int offset, IReadOnlyList<TimedWord> words)
    {
        foreach (var word in times)
        {
            if (offset <= word.Offset)
                return (word.Start, !word.IsExact);
            // Nothing was measured inside words.
            if (offset < word.Offset + word.Length)
                return (word.Start + (double)(offset - word.Offset) / word.Length * (word.End - word.Start), true);
        }
        return (words[words.Count - 1].End, false);
    }

    /// <summary>From the first to the last sound of a run; a run without one is a moment after what came before.</summary>
    private static (int Start, int End) SpanOf(TokenTime[] times, SpokenRun run, int last)
    {
        var sounding = times.Skip(run.First).Take(run.Count).Where(time => time.IsSounding).ToList();
        return sounding.Count == 0 ? (last, last) : (sounding[0].Start, sounding[sounding.Count - 1].End);
    }
}
