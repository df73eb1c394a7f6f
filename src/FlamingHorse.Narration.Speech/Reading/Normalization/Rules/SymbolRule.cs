using System.Text;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Signs by their names: <c>x²</c> as x squared, <c>a ≤ b</c>, <c>C#</c>, <c>π</c>.</summary>
/// <param name="tables">Name most symbols.</param>
internal sealed class SymbolRule(WordTables tables) : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        var core = token.Core;
        if (core.AsSpan().IndexOfAnyExcept(PlainSigns) < 0)
        {
            return;
        }

        token.Core = core switch
        {
            "C#" or "F#" => $"{core[0]} sharp",
            "C++" => "C plus plus",
            "&&" => "and",
            "||" => "or",
            "*" when IsBetweenOperands(tokens, at) => "times",
            _ when IsTag(core) => core.Trim('<', '>', '/'),
            _ => ReadSigns(core),
        };
    }

    private static readonly System.Buffers.SearchValues<char> PlainSigns = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,'’-:;?!/"
    );

    private string ReadSigns(string core)
    {
        var words = new StringBuilder();
        for (var i = 0; i < core.Length; i++)
        {
            var (name, length) = ReadSign(core, i);
            if (name is null)
            {
                words.Append(core[i]);
            }
            else
            {
                words.Append(name.StartsWith(',') ? "" : " ").Append(name).Append(' ');
                i += length - 1;
            }
        }

        return words.ToString().Trim();
    }

    private (string? Name, int Length) ReadSign(string core, int at)
    {
        var sign = core[at];
        var next = core.ElementAtOrDefault(at + 1);
        return (sign, next) switch
        {
            ('=' or '-', '>') => ("to", 2),
            ('<', '-') => ("from", 2),
            ('=', '=') => ("equals", 2),
            ('!', '=') => ("not equal to", 2),
            ('<', '=') => ("less than or equal to", 2),
            ('>', '=') => ("greater than or equal to", 2),
            ('^', '2') when IsEnd(core, at + 2) => ("squared", 2),
            ('^', '3') when IsEnd(core, at + 2) => ("cubed", 2),
            ('^', '-' or '−') => ("to the power of minus", 2),
            ('*', _) when IsOperand(core, at - 1) && IsOperand(core, at + 1) => ("times", 1),
            ('~', _) when !char.IsAsciiDigit(next) => ("", 1),
            ('°', _) => ("degrees", 1),
            ('-', _) when at > 0 && char.IsAsciiDigit(next) && IsEquation(core) => ("minus", 1),
            ('(' or '[' or '{' or ')' or ']' or '}' or '$' or '`' or '"', _) when at > 0 || sign == '$' => ("", 1),
            ('&', '&') => ("and", 2),
            _ => (NameOf(core, at), 1),
        };
    }

    private string? NameOf(string core, int at)
    {
        var sign = core[at];
        if (GreekLetters.NameOf(sign) is { } greek)
        {
            // A word of Greek letters is a word.
            return IsGreekAt(core, at - 1) || IsGreekAt(core, at + 1) ? null : greek;
        }

        return MathSymbols.NameOf(sign)
            ?? (tables.Symbols.TryGetValue(sign.ToString(), out var name) ? name.TrimStart(' ').TrimEnd() : null);
    }

    private static bool IsTag(string core) =>
        core is ['<', .., '>'] && core.Trim('<', '>', '/') is { Length: > 0 } name && name.All(char.IsAsciiLetterOrDigit);

    private static bool IsBetweenOperands(IReadOnlyList<TokenDraft> tokens, int at) =>
        at > 0 && at + 1 < tokens.Count && tokens[at - 1].Core.Length > 0 && tokens[at + 1].Core.Length > 0;

    private static bool IsEquation(string core) => core.AsSpan().ContainsAny('=', '^', '+');

    private static bool IsOperand(string core, int at) =>
        at >= 0 && at < core.Length && (char.IsLetterOrDigit(core[at]) || core[at] is '(' or ')');

    private static bool IsEnd(string core, int at) => at >= core.Length || !char.IsAsciiDigit(core[at]);

    private static bool IsGreekAt(string core, int at) => at >= 0 && at < core.Length && GreekLetters.IsGreek(core[at]);
}
