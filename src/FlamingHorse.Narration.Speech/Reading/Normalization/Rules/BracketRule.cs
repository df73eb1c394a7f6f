using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Brackets inside a word: <c>f(x)</c> as f of x, <c>file(s)</c> as files, <c>Run()</c> as Run.</summary>
internal sealed partial class BracketRule : IReadingRule
{
    private static readonly HashSet<string> Functions =
    [
        "sin",
        "cos",
        "tan",
        "log",
        "ln",
        "exp",
        "det",
        "max",
        "min",
        "dim",
        "ker",
        "rank",
    ];

    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (token.Core.Contains('('))
        {
            token.Core = Brackets().Replace(token.Core, Read);
        }
    }

    private static string Read(Match match)
    {
        var (name, inner) = (match.Groups["name"].Value, match.Groups["inner"].Value.Replace(",", ", ", StringComparison.Ordinal));
        return inner.Length == 0 ? name
            : inner is "s" or "es" && name.Length > 1 ? name + inner
            : name.Length == 1 || Functions.Contains(name) ? $"{name} of {inner}"
            : $"{name} ({inner})";
    }

    [GeneratedRegex(@"(?<name>[\p{L}]+)\((?<inner>[^()]*)\)")]
    private static partial Regex Brackets();
}
