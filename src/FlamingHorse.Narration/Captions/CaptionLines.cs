using System.Text;

namespace FlamingHorse.Narration.Captions;

/// <summary>Wraps words into as few lines as they need, and these as even as they get.</summary>
internal static class CaptionLines
{
    public static IReadOnlyList<string> Wrap(List<CaptionWord> words, int from, int to, int maxLength)
    {
        var fewest = Fill(words, from, to, maxLength, lines: null);
        int low = 1,
            high = maxLength;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Fill(words, from, to, middle, lines: null) <= fewest)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        var lines = new List<string>(fewest);
        Fill(words, from, to, low, lines);
        return lines.AsReadOnly();
    }

    /// <summary>How many lines words take when each goes on the current line if it can.</summary>
    private static int Fill(List<CaptionWord> words, int from, int to, int maxLength, List<string>? lines)
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
