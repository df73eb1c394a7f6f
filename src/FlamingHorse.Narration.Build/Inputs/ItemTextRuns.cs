using System.Globalization;
using System.Net;
using System.Text;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Maps the characters of an item's text to their places in its project file, through XML entities and MSBuild escapes.</summary>
internal static class ItemTextRuns
{
    /// <param name="lines">Of the file.</param>
    /// <param name="line">Where the attribute or element <c>Text</c> begins; from 1.</param>
    /// <param name="column">From 1.</param>
    /// <param name="text">The item's text; where the file does not spell just this, nothing is known.</param>
    public static TextRuns Read(IReadOnlyList<string> lines, int line, int column, string text)
    {
        var runs = new TextRuns();
        var value = new StringBuilder(text.Length);
        var (row, at) = Start(lines, line - 1, column - 1);
        for (; row < lines.Count && value.Length < text.Length; row++, at = 0)
        {
            while (at < lines[row].Length && value.Length < text.Length)
            {
                var (character, length) = Decode(lines[row], at);
                runs.Add(value.Length, row + 1, at + 1);
                value.Append(character);
                at += length;
            }

            if (value.Length < text.Length)
            {
                // A line end is a space in an attribute, and itself in an element.
                runs.Add(value.Length, row + 1, lines[row].Length + 1);
                value.Append(text[value.Length] == ' ' ? ' ' : '\n');
            }
        }

        return value.ToString() == text ? runs : TextRuns.None;
    }

    /// <summary>Behind the quote of the attribute, or the bracket of the element.</summary>
    private static (int Row, int At) Start(IReadOnlyList<string> lines, int row, int at)
    {
        while (row < lines.Count)
        {
            for (; at < lines[row].Length; at++)
            {
                if (lines[row][at] is '"' or '\'' or '>')
                {
                    return (row, at + 1);
                }
            }

            (row, at) = (row + 1, 0);
        }

        return (row, at);
    }

    private static (string Character, int Length) Decode(string line, int at)
    {
        if (line[at] == '&' && line.IndexOf(';', at) is var end and > 0)
        {
            var entity = line[at..(end + 1)];
            return (WebUtility.HtmlDecode(entity), entity.Length);
        }

        return
            line[at] == '%'
            && at + 2 < line.Length
            && byte.TryParse(line.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (((char)code).ToString(), 3)
            : (line[at].ToString(), 1);
    }
}
