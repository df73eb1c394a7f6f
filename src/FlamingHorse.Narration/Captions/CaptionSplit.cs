namespace FlamingHorse.Narration.Captions;

/// <summary>
/// Chooses where a text is divided into captions: the cheapest of all ways that keep the limits, where a caption costs for being one
/// at all, for being mostly empty, and for ending within a phrase or, worse, between any two words.
/// </summary>
internal static class CaptionSplit
{
    private const double WithinSentence = 0.5;
    private const double WithinPhrase = 2.0;

    /// <returns>The index after the last word of each caption.</returns>
    public static List<int> Ends(List<CaptionWord> words, double[] seconds, NarrationCaptionOptions options)
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
            var lines = 0;
            var length = 0;
            for (var to = from + 1; to <= words.Count; to++)
            {
                var word = words[to - 1];
                lines += line.Add(word) ? 1 : 0;
                length += word.Text.Length + (word.Spaced ? 1 : 0);
                var fits = lines <= options.MaxLines && seconds[to] - seconds[from] <= options.MaxDuration.TotalSeconds;
                if (!fits && to > from + 1)
                {
                    break; // a single word always stands, however long it takes
                }

                var total = cost[from] + Cost(length, word.Break, isLast: to == words.Count, options);
                if (total < cost[to])
                {
                    cost[to] = total;
                    previous[to] = from;
                }
            }
        }

        var ends = new List<int>();
        for (var end = words.Count; end > 0; end = previous[end])
        {
            ends.Add(end);
        }

        ends.Reverse();
        return ends;
    }

    private static double Cost(int length, CaptionBreak ends, bool isLast, NarrationCaptionOptions options)
    {
        var empty = 1 - Math.Min(1, length / ((double)options.MaxLineLength * options.MaxLines));
        var cut = isLast || ends == CaptionBreak.Sentence ? 0 : ends == CaptionBreak.Phrase ? WithinSentence : WithinPhrase;
        return 1 + (empty * empty) + cut;
    }
}
