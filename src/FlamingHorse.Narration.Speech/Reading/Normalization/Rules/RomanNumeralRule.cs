using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Roman numerals after the words that call for them: <c>Chapter IV</c> as four, <c>Henry VIII</c> as the eighth.</summary>
/// <param name="tables">List those words.</param>
internal sealed partial class RomanNumeralRule(WordTables tables) : IReadingRule
{
    // After a number these would be rare, after the pronoun they are the rule.
    private static readonly HashSet<string> VerbsOfI =
    [
        .. "am was have had will would could should can do did think thought know knew want wanted see saw".Split(' '),
        .. "learned learn like liked need needed go went got get read wrote made make say said found find used use".Split(' '),
    ];

    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (
            at == 0
            || !IsNumeral(token.Core)
            || tokens[at - 1] is not { TouchesNext: true, Core.Length: > 0 } before
            || token.Lead.Length > 0
        )
        {
            return;
        }

        if (
            token.Core == "I"
            && MayBePronoun(before.Core)
            && token.TouchesNext
            && at + 1 < tokens.Count
            && VerbsOfI.Contains(tokens[at + 1].Core)
        )
        {
            return;
        }

        var pair = at > 1 ? $"{tokens[at - 2].Core} {before.Core}" : "";
        var value = ValueOf(token.Core).ToString(CultureInfo.InvariantCulture);
        if (tables.NumberedNames.Contains(before.Core) || tables.NumberedNames.Contains(pair))
        {
            token.Core = $"the {value}{OrdinalEnding(value)}";
        }
        else if (tables.NumberedThings.Contains(before.Core) || tables.NumberedThings.Contains(pair))
        {
            token.Core = value;
        }
    }

    // "Part I was long", but "the class I was in" and "George I think".
    private bool MayBePronoun(string before) => char.IsLower(before[0]) || before == "Mark" || !tables.NumberedThings.Contains(before);

    private static bool IsNumeral(string core) => core.Length > 0 && "IVXL".Contains(core[0]) && core != "L" && Numeral().IsMatch(core);

    private static int ValueOf(string numeral)
    {
        var value = 0;
        for (var i = 0; i < numeral.Length; i++)
        {
            var here = ValueOf(numeral[i]);
            value += i + 1 < numeral.Length && here < ValueOf(numeral[i + 1]) ? -here : here;
        }

        return value;
    }

    private static int ValueOf(char letter) =>
        letter switch
        {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => 50,
        };

    private static string OrdinalEnding(string value) =>
        value switch
        {
            [.., '1', _] => "th",
            [.., '1'] => "st",
            [.., '2'] => "nd",
            [.., '3'] => "rd",
            _ => "th",
        };

    // Below ninety: C, D and M stand for themselves (Section C) far more often.
    [GeneratedRegex("^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")]
    private static partial Regex Numeral();
}
