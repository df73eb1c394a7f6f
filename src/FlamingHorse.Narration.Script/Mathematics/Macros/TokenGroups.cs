using FlamingHorse.Narration.Script.Mathematics.Lexing;

namespace FlamingHorse.Narration.Script.Mathematics.Macros;

/// <summary>Groups in braces.</summary>
internal static class TokenGroups
{
    /// <summary>Where the group that opens here closes; -1 where none opens here, or it does not close.</summary>
    public static int FindClose(List<Token> tokens, int open)
    {
        if (open >= tokens.Count || tokens[open].Kind != TokenKind.Open)
            return -1;
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Open)
                depth++;
            else if (tokens[i].Kind == TokenKind.Close && --depth == 0)
                return i;
        }
        return -1;
    }
}
