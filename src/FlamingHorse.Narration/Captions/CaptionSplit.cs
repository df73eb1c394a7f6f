namespace FlamingHorse.Narration.Captions;

/// <summary>
/// Chooses where a text is divided into captions: the cheapest of all ways that keep the limits, where a caption costs for being one
/// at all, for being mostly empty, for where it ends, and for a sentence that begins within it and does not end there.
/// </summary>
internal static class CaptionSplit
{
    private const double BegunSentence = 1.5;

    /// <returns>The index after the last word of each caption.</returns>
    public static List<int> Ends(List<CaptionWord> words, CaptionTiming timing, NarrationCaptionOptions options)
    {
        var cost = new double[words.Count + 1];
        var previous = new int[words.Count + 1];
        for (var i = 1; i <= words.Count; i++)
        {
            cost[i] = double.PositiveInfinity;
        }

        for (var from = 0; from < words.Count; from++)
        {
            var line = new LineFill(options.MaxLineLength);
            var (lines, length, hasSentenceEnd) = (0, 0, false);
            for (var to = from + 1; to <= words.Count; to++)
            {
                var word = words[to - 1];
                lines += line.Add(word) ? 1 : 0;
                length += word.Text.Length + (word.Spaced ? 1 : 0);
                var fits = lines <= options.MaxLines && timing.Length(from, to) <= options.MaxDuration.TotalSeconds;
                if (!fits && to > from + 1)
                {
                    break; // a single word always stands, however long it takes
                }

                var ends = to == words.Count ? CaptionBreak.Sentence : word.Break;
                var empty = 1 - Math.Min(1, length / ((double)options.MaxLineLength * options.MaxLines));
                var total =
                    cost[from] + 1 + (empty * empty) + CostOf(ends) + (hasSentenceEnd && ends < CaptionBreak.Sentence ? BegunSentence : 0);
                if (total < cost[to])
                {
                    cost[to] = total;
                    previous[to] = from;
                }

                if (word.Break == CaptionBreak.Pause)
                {
                    break; // no caption stands through it
                }

                hasSentenceEnd |= word.Break == CaptionBreak.Sentence;
            }
        }

        var captionEnds = new List<int>();
        for (var end = words.Count; end > 0; end = previous[end])
        {
            captionEnds.Add(end);
        }

        captionEnds.Reverse();
        return captionEnds;
    }

    private static double CostOf(CaptionBreak ends) =>
        ends switch
        {
            CaptionBreak.Sentence or CaptionBreak.Pause => 0,
            CaptionBreak.Phrase => 0.4,
            CaptionBreak.Clause => 1,
            CaptionBreak.Word => 2,
            _ => 3,
        };
}
