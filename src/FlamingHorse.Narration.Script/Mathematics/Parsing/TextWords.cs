using System.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>The argument of <c>\text</c>.</summary>
internal static class TextWords
{
    /// <summary>The words, with the spaces at their ends; braces and dollar signs go, as do commands that only change the font.</summary>
    /// <param name="written">What stands between the braces.</param>
    /// <param name="unknown">The first command that is not known, else null.</param>
    public static string Read(string written, out string? unknown)
    {
        unknown = null;
        var words = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            if (c == '~')
                words.Append(' ');
            else if (c is '{' or '}' or '$')
                continue;
            else if (c != '\\')
                words.Append(char.IsControl(c) || c == '\uFEFF' ? ' ' : c);
            else if (i + 1 < written.Length && !IsLetter(written[i + 1]))
                words.Append(written[++i] is '%' or '$' or '&' or '#' or '_' ? written[i] : ' ');
            else
                unknown ??= ReadCommand(written, ref i, words);
        }
        return words.ToString();
    }

    private static string? ReadCommand(string written, ref int at, StringBuilder words)
    {
        var start = at + 1;
        while (at + 1 < written.Length && IsLetter(written[at + 1]))
            at++;
        var name = written.Substring(start, at + 1 - start);
        if (name is "text" or "textbf" or "textit" or "emph" or "mathrm" or "textrm" or "mbox" or "rm" or "it" or "bf")
            return null;
        if (name is "quad" or "qquad")
            words.Append(' ');
        else if (name is "dots" or "ldots")
            words.Append('…');
        else
            return "\\" + name;
        return null;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
