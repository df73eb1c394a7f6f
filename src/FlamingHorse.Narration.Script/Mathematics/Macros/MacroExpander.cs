using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Macros;

/// <summary>
/// Puts what macros stand for in their place. What a macro put in stands where the macro stood; arguments keep their places.
/// </summary>
internal static class MacroExpander
{
    private const int MaxTokens = 20_000;

    public static List<Token> Expand(List<Token> tokens, FormulaMacros macros, ICollection<FormulaProblem> problems)
    {
        if (macros.Names.Count == 0 || !tokens.Exists(token => token.Kind == Command && macros.Find(token.Text) is not null))
            return tokens;

        // Read from the end of a stack, so that a macro's body is looked at next.
        var waiting = new List<Token>(tokens);
        waiting.Reverse();
        var result = new List<Token>(tokens.Count);
        var read = 0;
        while (waiting.Count > 0)
        {
            var token = Pop(waiting);
            if (token.Kind != Command || macros.Find(token.Text) is not { } macro)
            {
                result.Add(token);
                continue;
            }
            if (++read > 1000 || waiting.Count + macro.Body.Count > MaxTokens)
            {
                var message = $"'{token.Written}' expands endlessly. A macro must not appear in its own definition.";
                problems.Add(new(FormulaProblemKind.TooComplex, token.Start, token.End - token.Start, token.Written, message));
                result.Add(tokens[tokens.Count - 1]);
                return result;
            }
            Replace(token, macro, waiting, problems);
        }
        return result;
    }

    private static void Replace(Token call, Macro macro, List<Token> waiting, ICollection<FormulaProblem> problems)
    {
        var arguments = new List<IReadOnlyList<Token>>(macro.Parameters);
        for (var i = 0; i < macro.Parameters; i++)
        {
            if (i == 0 && macro.Default is not null)
            {
                arguments.Add(ReadBrackets(waiting) ?? macro.Default);
                continue;
            }
            if (ReadArgument(waiting) is not { } argument)
            {
                var message =
                    $"'{call.Written}' takes {macro.Parameters} argument(s), but number {i + 1} is missing. Write it in braces after "
                    + $"'{call.Written}'.";
                problems.Add(new(FormulaProblemKind.MissingArgument, call.Start, call.End - call.Start, call.Written, message));
                return;
            }
            arguments.Add(argument);
        }

        for (var i = macro.Body.Count - 1; i >= 0; i--)
        {
            var token = macro.Body[i];
            if (token.Kind == Parameter)
                waiting.AddRange(arguments[token.Text[0] - '1'].Reverse());
            else
                waiting.Add(token with { Start = call.Start, End = call.End });
        }
    }

    private static List<Token>? ReadArgument(List<Token> waiting)
    {
        if (waiting.Count == 0 || waiting[waiting.Count - 1].Kind is End or Close)
            return null;
        var argument = new List<Token>();
        var depth = 0;
        do
        {
            if (waiting.Count == 0 || waiting[waiting.Count - 1].Kind == End)
                return null;
            var token = Pop(waiting);
            depth +=
                token.Kind == Open ? 1
                : token.Kind == Close ? -1
                : 0;
            argument.Add(token);
        } while (depth > 0);
        return argument;
    }

    private static List<Token>? ReadBrackets(List<Token> waiting)
    {
        if (waiting.Count == 0 || !waiting[waiting.Count - 1].IsCharacter('['))
            return null;
        var close = waiting.FindLastIndex(token => token.IsCharacter(']'));
        if (close < 0)
            return null;
        var inside = waiting.GetRange(close + 1, waiting.Count - close - 2);
        inside.Reverse();
        waiting.RemoveRange(close, waiting.Count - close);
        return inside;
    }

    private static Token Pop(List<Token> waiting)
    {
        var token = waiting[waiting.Count - 1];
        waiting.RemoveAt(waiting.Count - 1);
        return token;
    }
}
