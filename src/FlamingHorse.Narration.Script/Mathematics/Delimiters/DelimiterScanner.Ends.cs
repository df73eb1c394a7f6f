namespace FlamingHorse.Narration.Script.Mathematics.Delimiters;

/// <summary>Where formulas and their braces end.</summary>
internal sealed partial class DelimiterScanner
{
    /// <summary>The next delimiter; a backslash hides what follows it, and the braces of <c>\text</c> what they hold.</summary>
    private int FindClose(string delimiter, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (string.CompareOrdinal(text, i, delimiter, 0, delimiter.Length) == 0)
                return i;
            if (text[i] == '$' && delimiter.Length == 1)
                return i;
            if (text[i] != '\\')
                continue;
            i = string.CompareOrdinal(text, i, "\\text{", 0, 6) == 0 && FindBrace(i + 5) is var brace and > 0 ? brace : i + 1;
        }
        return -1;
    }

    /// <summary>The brace that closes the one here; -1 for none.</summary>
    private int FindBrace(int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i;
        }
        return -1;
    }
}
