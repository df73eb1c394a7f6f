using System.Text;

namespace FlamingHorse.Narration.Captions;

/// <summary>Wraps words into as few lines as they need, and these as even as they get.</summary>
internal static class CaptionLines
{
    /// <param name="words">Of the text.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="maxLength">Characters on a line.</param>
    /// <param name="places">Gets the line of each word, and its first character there.</param>
    public static IReadOnlyList<string> Wrap(List<CaptionWord> words, int from, int to, int maxLength, List<(int Line, int Offset)> places)
    {
        var fewest = Fill(words, from, to, maxLength);
        int low = 1,
            high = maxLength;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Fill(words, from, to, middle) <= fewest)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        var lines = new List<string>(fewest);
        Fill(words, from, to, low, lines, places);
        return lines.AsReadOnly();
    }

    /// <summary>How many lines the words take if each is put on the current line when it fits.</summary>
    private static int Fill(
        List<CaptionWord> words,
        int from,
        int to,
        int maxLength,
        List<string>? lines = null,
        List<(int Line, int Offset)>? places = null
    )
    {
        var count = 0;
        var current = new LineFill(maxLength);
        var line = lines is null ? null : new StringBuilder();
        for (var i = from; i < to; i++)
        {
            if (current.Add(words[i]))
            {
                count++;
                Flush(line, lines);
            }
            else if (words[i].Spaced)
            {
                line?.Append(' ');
            }

            places?.Add((count - 1, line!.Length));
            line?.Append(words[i].Text);
        }

        Flush(line, lines);
        return count;
    }

    private static void Flush(StringBuilder? line, List<string>? lines)
    {
        if (line is { Length: > 0 })
        {
            lines!.Add(line.ToString());
            line.Clear();
        }
    }
}
