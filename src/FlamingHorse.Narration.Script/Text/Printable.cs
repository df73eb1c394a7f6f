using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>Foreign text for a message: on one line, short, and without characters that move the cursor or turn the direction.</summary>
internal static class Printable
{
    private const int Limit = 60;

    public static string Excerpt(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length && result.Length < Limit; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(text[i]).Append(text[++i]);
            else if (IsInvisible(text[i]))
                result.Append(CodePoint(text[i]));
            else
                result.Append(text[i]);
        }
        return result.Length < Limit ? result.ToString() : result.Append('…').ToString();
    }

    public static string CodePoint(char c) => $"U+{(int)c:X4}";

    public static bool IsInvisible(char c) =>
        c != ' '
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator;
}
