using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Ranges: <c>5–10 km</c> as 5 to 10 kilometers, <c>Mon–Fri</c>; and a minus that stands between numbers.</summary>
/// <param name="tables">List days and months.</param>
internal sealed partial class RangeRule(WordTables tables) : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (token.Core is "-" or "–" or "--")
        {
            ReadAlone(tokens, at);
        }
        else if (token.Core.AsSpan().ContainsAny('-', '–'))
        {
            if (Numbers().Match(token.Core) is { Success: true } range && !IsPhoneNumber(range))
            {
                token.Core = $"{range.Groups["from"].Value} to {range.Groups["to"].Value}";
            }
            else if (
                Names().Match(token.Core) is { Success: true } names
                && NameOf(names, "from") is { } from
                && NameOf(names, "to") is { } to
            )
            {
                token.Core = $"{from} to {to}";
            }
        }
    }

    private static void ReadAlone(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        var isBetweenNumbers = at > 0 && at + 1 < tokens.Count && tokens[at - 1].EndsWithDigit && tokens[at + 1].StartsWithDigit;
        token.Core =
            !isBetweenNumbers ? "—"
            : token.Core == "-" ? "minus"
            : "to";
    }

    private static bool IsPhoneNumber(Match range) =>
        range.Groups["dash"].Value == "-" && range.Groups["from"].Length == 3 && range.Groups["to"].Length == 4;

    private string? NameOf(Match names, string group)
    {
        var name = names.Groups[group].Value;
        return name.Length == 1 && char.IsUpper(name[0]) ? name
            : name.EndsWith("day", StringComparison.Ordinal) && char.IsUpper(name[0]) ? name
            : tables.Months.TryGetValue(name, out var month) && char.IsUpper(name[0]) ? month
            : tables.Abbreviations.TryGetValue(name + ".", out var full) && full.EndsWith("day", StringComparison.Ordinal) ? full
            : null;
    }

    [GeneratedRegex(@"^(?<from>\d[\d,]*(?:\.\d+)?%?)(?<dash>[-–])(?<to>\d[\d,]*(?:\.\d+)?[^\d\s–-]*)$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?<from>[A-Za-z]+)(?:–|(?<=[a-z])-)(?<to>[A-Z][a-z]*)$")]
    private static partial Regex Names();
}
