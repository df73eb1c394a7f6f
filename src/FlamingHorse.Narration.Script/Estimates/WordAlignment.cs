namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>
/// Which words of the spoken text say each word of the caption. Words that both have in the same order stand for each other; between
/// two such, where a lexicon or SpokenAs changed something, as many stand for as many, else the runs are shared out evenly.
/// </summary>
internal static class WordAlignment
{
    /// <summary>More pairs of changed words are not compared one by one.</summary>
    private const int MostPairs = 1_000_000;

    /// <param name="caption">Its words, normalized.</param>
    /// <param name="spoken">The spoken text's words.</param>
    /// <returns>A run of spoken words for each word of the caption, in order; runs do not overlap.</returns>
    public static IReadOnlyList<SpokenRun> Of(IReadOnlyList<string> caption, IReadOnlyList<string> spoken)
    {
        var runs = new SpokenRun[caption.Count];
        var (i, j) = (0, 0);
        foreach (var (nextCaption, nextSpoken) in FindPairs(caption, spoken).Append((caption.Count, spoken.Count)))
        {
            Share(runs, i, nextCaption - i, j, nextSpoken - j);
            if (nextCaption < caption.Count)
                runs[nextCaption] = new SpokenRun(nextSpoken, 1, IsExact: true);
            (i, j) = (nextCaption + 1, nextSpoken + 1);
        }
        return runs;
    }

    /// <summary>The words of a text, with the place of each.</summary>
    public static IReadOnlyList<(int Offset, string Word)> Split(string text)
    {
        var words = new List<(int, string)>();
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && !IsBlank(text[end]))
                end++;
            if (end > start)
                words.Add((start, text.Substring(start, end - start)));
            start = end + 1;
        }
        return words;
    }

    /// <summary>As captions are divided: at white space, and at what no caption can carry.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private static void Share(SpokenRun[] runs, int caption, int captions, int spoken, int count)
    {
        for (var k = 0; k < captions; k++)
        {
            var first = (int)((long)k * count / captions);
            var end = (int)((long)(k + 1) * count / captions);
            runs[caption + k] = new SpokenRun(spoken + first, end - first, IsExact: captions == 1 || captions == count || k == 0);
        }
    }

    /// <summary>Pairs of equal words, rising in both; those at the beginning and at the end, and the most that are between.</summary>
    private static IEnumerable<(int Caption, int Spoken)> FindPairs(IReadOnlyList<string> caption, IReadOnlyList<string> spoken)
    {
        var shorter = Math.Min(caption.Count, spoken.Count);
        var (prefix, suffix) = (0, 0);
        while (prefix < shorter && caption[prefix] == spoken[prefix])
            prefix++;
        while (suffix < shorter - prefix && caption[caption.Count - 1 - suffix] == spoken[spoken.Count - 1 - suffix])
            suffix++;
        for (var k = 0; k < prefix; k++)
            yield return (k, k);
        foreach (var pair in FindBetween(caption, spoken, prefix, caption.Count - suffix, spoken.Count - suffix))
            yield return pair;
        for (var k = suffix; k > 0; k--)
            yield return (caption.Count - k, spoken.Count - k);
    }

    /// <summary>The longest common subsequence.</summary>
    private static IEnumerable<(int Caption, int Spoken)> FindBetween(
        IReadOnlyList<string> caption,
        IReadOnlyList<string> spoken,
        int start,
        int captionEnd,
        int spokenEnd
    )
    {
        var (rows, columns) = (captionEnd - start, spokenEnd - start);
        if (rows <= 0 || columns <= 0 || (long)rows * columns > MostPairs)
            yield break;
        var length = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                length[i, j] =
                    caption[start + i] == spoken[start + j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < rows && j < columns; )
        {
            if (caption[start + i] == spoken[start + j])
                yield return (start + i++, start + j++);
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }
    }
}
