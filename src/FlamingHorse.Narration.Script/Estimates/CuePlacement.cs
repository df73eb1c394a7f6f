using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>
/// Where marks fall in a clip: at the words that they stand before, or by the syllables where nobody knows the times of its words.
/// </summary>
public static class CuePlacement
{
    /// <summary>
    /// For a text whose formulas were read: a mark within or beside one falls on the word that is spoken behind it. A take that speaks
    /// something else than the reading is placed by its letters.
    /// </summary>
    /// <param name="reading">The text with its marks.</param>
    /// <param name="spoken">What was said, normalized; it may differ from the caption.</param>
    /// <param name="language">Full name.</param>
    /// <param name="speech">First sample of speech, and one past the last.</param>
    /// <param name="words">When each word is said; empty if unknown.</param>
    /// <param name="areMeasured">False: the words are estimated, and so is every cue.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <returns>In the order of the text; samples from the clip's start, never falling.</returns>
    public static IReadOnlyList<PlacedCue> Place(
        SegmentReading reading,
        string spoken,
        string language,
        (long Start, long End) speech,
        IReadOnlyList<TimedWord> words,
        bool areMeasured,
        int sampleRate
    )
    {
        var cues = Place(reading, spoken, language, speech, words, sampleRate);
        return areMeasured ? cues : [.. cues.Select(cue => cue with { IsEstimated = true })];
    }

    private static IReadOnlyList<PlacedCue> Place(
        SegmentReading reading,
        string spoken,
        string language,
        (long Start, long End) speech,
        IReadOnlyList<TimedWord> words,
        int sampleRate
    )
    {
        if (reading.Marks.Count == 0)
            return [];
        if (spoken != reading.Spoken || reading.FindSpokenMarks() is not { } offsets)
            return Place(reading.Written, spoken, language, speech, words, sampleRate);
        if (words.Count > 0)
            return MeasuredTimes.PlaceMarks(reading.Marks, offsets, spoken, words, sampleRate);
        return
        [
            .. Place([.. reading.Marks.Zip(offsets, (mark, offset) => (mark.Name, offset))], spoken, language, speech.Start, speech.End)
                .Select(cue => new PlacedCue(cue.Name, cue.Sample, IsEstimated: true)),
        ];
    }

    /// <param name="marked">The text with its marks.</param>
    /// <param name="spoken">What was said, normalized; it may differ from the caption.</param>
    /// <param name="language">Full name.</param>
    /// <param name="speech">First sample of speech, and one past the last.</param>
    /// <param name="words">When each word is said, measured; empty if unknown.</param>
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
        return Place(
            [.. marked.Marks.Select(mark => (mark.Name, alignment.InSpoken(mark.Offset)))],
            spoken,
            language,
            speechStart,
            speechEnd
        );
    }

    private static List<(string Name, long Sample)> Place(
        IReadOnlyList<(string Name, int Offset)> marks,
        string spoken,
        string language,
        long speechStart,
        long speechEnd
    )
    {
        var rate = SpeechRate.Default(language) with { Start = 0 };
        var whole = SpeechMeasure.Of(spoken, language).Seconds(rate);
        var cues = new List<(string, long)>(marks.Count);
        var share = 0.0;
        foreach (var mark in marks)
        {
            var before = SpeechMeasure.Of(spoken, 0, mark.Offset, language).Seconds(rate);
            // A word cut by a mark may count more than the whole: its silent letters look spoken.
            share = whole <= 0 ? 0 : Math.Min(1, Math.Max(share, before / whole));
            cues.Add((mark.Name, speechStart + (long)Math.Round(share * (speechEnd - speechStart))));
        }
        return cues;
    }
}
