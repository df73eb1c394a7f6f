using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Lexing;

/// <summary>The arguments of text commands.</summary>
internal sealed partial class Lexer
{
    /// <summary>Commands whose argument is text: its spaces count, and nothing in it is mathematics.</summary>
    private static readonly HashSet<string> TextCommands =
    [
        "text",
        "textrm",
        "textit",
        "textbf",
        "textsf",
        "texttt",
        "textnormal",
        "mbox",
        "hbox",
    ];

    private void ReadText()
    {
        var open = _at;
        while (open < source.Length && WhiteSpace.Is(source[open]))
            open++;
        if (open >= source.Length || source[open] != '{')
            return; // the parser reports the missing argument
        var close = FindClose(open);
        if (close < 0)
            return; // the parser reports the brace
        _tokens.Add(new Token(TokenKind.Text, source.Substring(open + 1, close - open - 1), open, close + 1, false));
        _at = close + 1;
    }

    private int FindClose(int open)
    {
        var depth = 0;
        for (var i = open; i < source.Length; i++)
        {
            if (source[i] == '\\')
                i++;
            else if (source[i] == '{')
                depth++;
            else if (source[i] == '}' && --depth == 0)
                return i;
        }
        return -1;
    }
}
