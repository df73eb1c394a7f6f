using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Units of measure after a number, touching it or not: <c>8 MB</c>, <c>5km/h</c>, <c>a 10-ms frame</c>.</summary>
/// <param name="units">Their names.</param>
internal sealed partial class UnitRule(UnitNames units) : IReadingRule
{
    private static readonly HashSet<string> BeforeDecades = [.. "the his her their my your our mid early late".Split(' ')];

    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (token.HasDigit)
        {
            if (!IsDecade(tokens, at))
            {
                ReadTouching(token);
            }

            return;
        }

        if (at == 0 || token.Lead.Length > 0 || tokens[at - 1] is not { EndsWithDigit: true, TouchesNext: true } number)
        {
            return;
        }

        var next = at + 1 < tokens.Count && token.TouchesNext ? tokens[at + 1] : null;
        if (token.Core == "sq" && next is not null && units.Find($"sq {next.Core}", touchesNumber: false) is { } area)
        {
            token.Core = "square";
            next.Core = area.After(number.Core)["square ".Length..];
        }
        else if (units.Find(token.Core, touchesNumber: false) is { } unit)
        {
            token.Core = unit.After(number.Core);
        }
    }

    // The 1990s, the '90s, in her 30s; elsewhere 30s are seconds.
    private static bool IsDecade(IReadOnlyList<TokenDraft> tokens, int at) =>
        Decade().IsMatch(tokens[at].Core)
        && (
            tokens[at].Core.Length == 5
            || tokens[at].Lead is [.., '\'' or '‘' or '’']
            || (at > 0 && BeforeDecades.Contains(tokens[at - 1].Core.ToLowerInvariant()))
        );

    private void ReadTouching(TokenDraft token)
    {
        if (
            Touching().Match(token.Core) is not { Success: true } match
            || units.Find(match.Groups["unit"].Value, touchesNumber: true) is not { } unit
        )
        {
            return;
        }

        var number = match.Groups["number"].Value;
        var name = match.Groups["dash"].Success ? unit.One : unit.After(number);
        token.Core = $"{match.Groups["before"].Value}{number} {name}";
    }

    [GeneratedRegex(
        @"^(?<before>(?:.*\s)?)(?<number>[-−]?\d[\d,]*(?:\.\d+)?)(?<dash>-)?"
            + @"(?<unit>[A-Za-zµμ°%][A-Za-z]*(?:[²³]|\^[23])?(?:/[A-Za-z]+(?:[²³]|\^[23])?)?)$"
    )]
    private static partial Regex Touching();

    [GeneratedRegex(@"^(?:\d\d)?\d0s$")]
    private static partial Regex Decade();
}
