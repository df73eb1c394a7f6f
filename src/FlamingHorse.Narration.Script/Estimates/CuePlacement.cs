using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Where marks fall in a clip: at the words that they stand before, or by the syllables where nobody knows the times of its words.</summary>
public static class CuePlacement
{
    /// <param name="marked">The text with its marks.</param>
    /// <param name="spoken">What was said, normalized; it may differ from the caption.</param>
    /// <param name="language">Full name.</param>
    /// <param name="speech">First sample of speech, and one past the last.</param>
    /// <param name="words">When each word is said, measured; empty where nobody knows.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <returns>In the order of the text; samples from the clip's start, never falling.</returns>
    public static IReadOnlyList<PlacedCue> Place(
        MarkedText marked,
        string spoken,
        string language,
        (long Start, long End) speech,
        IReadOnlyList<TimedWord> words,
        int sampleRate
    ) =>
        marked.Marks.Count > 0 && words.Count > 0
            ? MeasuredTimes.PlaceMarks(marked, spoken, words, sampleRate)
            :
            [
                .. Place(marked, spoken, language, speech.Start, speech.End)
                    .Select(cue => new PlacedCue(cue.Name, cue.Sample, IsEstimated: true)),
            ];

    /// <param name="marked">The text with its marks.</param>
    /// <param name="spoken">What was said, normalized; it may differ from the caption.</param>
    /// <param name="language">Full name.</param>
    /// <param name="speechStart">First sample of speech.</param>
    /// <param name="speechEnd">One past the last sample of speech.</param>
    /// <returns>In the order of the text; samples from the clip's start, within the speech, never falling.</returns>
    public static IReadOnlyList<(string Name, long Sample)> Place(
        MarkedText marked,
        string spoken,
        string language,
        long speechStart,
        long speechEnd
    )
    {
        if (marked.Marks.Count == 0)
            return [];
        var alignment = new CaptionAlignment(marked.Caption, spoken);
        var rate = SpeechRate.Default(language) with { Start = 0 };
        var whole = SpeechMeasure.Of(spoken, language).Seconds(rate);
        var cues = new List<(string, long)>(marked.Marks.Count);
        var share = 0.0;
        foreach (var mark in marked.Marks)
        {
            var before = SpeechMeasure.Of(spoken, 0, alignment.InSpoken(mark.Offset), language).Seconds(rate);
            // A word cut by a mark may count more than the whole: its silent letters look spoken.
            share = whole <= 0 ? 0 : Math.Min(1, Math.Max(share, before / whole));
            cues.Add((mark.Name, speechStart + (long)Math.Round(share * (speechEnd - speechStart))));
        }
        return cues;
    }
}
