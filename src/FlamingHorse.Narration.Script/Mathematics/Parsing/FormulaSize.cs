using FlamingHorse.Narration.Script.Mathematics.Lexing;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>
/// What is longer or deeper than any formula on a screen is refused before it is read: reading goes as deep as the formula.
/// </summary>
internal static class FormulaSize
{
    private const int MaxTokens = 2_000;
    private const int MaxDepth = 40;

    /// <summary>The token at which a formula is too long or too deep, and why; null for one that can be read.</summary>
    public static (Token At, string Message)? FindExcess(List<Token> tokens)
    {
        if (tokens.Count > MaxTokens)
            return (tokens[0], $"The formula has {tokens.Count - 1} signs; the limit is {MaxTokens}. Split it, or say it in SpokenAs.");
        var (depth, bars) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Open || token.IsCharacter('(') || token.IsCharacter('[') || token.IsCharacter(']'))
                depth++;
            else if (token.Kind == TokenKind.Close || token.IsCharacter(')'))
                depth = Math.Max(depth - 1, 0);
            else if (token.IsCharacter('|') || token.IsCommand("|"))
                bars++;
            else if (token.Kind == TokenKind.Command)
                depth = Math.Max(depth + DepthOf(token.Text), 0);
            if (token.IsCharacter(']'))
                depth = Math.Max(depth - 2, 0);
            if (depth > MaxDepth || bars > 4 * MaxDepth)
                return (token, $"The formula is nested more than {MaxDepth} deep here. Split it, or say it in SpokenAs.");
        }
        return null;
    }

    private static int DepthOf(string command) =>
        command switch
        {
            "left" or "begin" or "{" or "langle" or "lfloor" or "lceil" or "lvert" or "lVert" or "lbrace" => 1,
            "right" or "end" or "}" or "rangle" or "rfloor" or "rceil" or "rvert" or "rVert" or "rbrace" => -1,
            _ => 0,
        };
}
