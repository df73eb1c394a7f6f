using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Fractions: <c>3/4</c> as three quarters, <c>1 1/2</c> as one and one half.</summary>
internal sealed partial class FractionRule : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (!token.HasDigit || !token.Core.Contains('/') || Fraction().Match(token.Core) is not { Success: true } fraction)
        {
            return;
        }

        var (above, below) = (fraction.Groups["above"].Value, fraction.Groups["below"].Value);
        if (PartOf(below) is not { } part || ValueOf(above) >= ValueOf(below))
        {
            token.Core = (above, below) is ("24", "7") ? "24 7" : $"{above} over {below}{fraction.Groups["unit"].Value}";
            return;
        }

        var words = $"{above} {part.After(above)}";
        var unit = fraction.Groups["unit"].Value;
        var rest = unit.Length > 0 ? $" {unit}" : "";
        var isMixed = at > 0 && tokens[at - 1] is { TouchesNext: true } whole && WholeNumber().IsMatch(whole.Core);
        token.Core =
            fraction.Groups["whole"].Success ? $"{fraction.Groups["whole"].Value} and {words}{rest}"
            : isMixed ? $"and {words}{rest}"
            : words + rest;
    }

    private static int ValueOf(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static UnitName? PartOf(string below) =>
        below switch
        {
            "2" => new UnitName("half", "halves"),
            "4" => new UnitName("quarter", "quarters"),
            "3" => Regular("third"),
            "5" => Regular("fifth"),
            "6" => Regular("sixth"),
            "7" => Regular("seventh"),
            "8" => Regular("eighth"),
            "9" => Regular("ninth"),
            "10" => Regular("tenth"),
            "12" => Regular("twelfth"),
            "16" => Regular("sixteenth"),
            "20" => Regular("twentieth"),
            "32" => Regular("thirty-second"),
            "64" => Regular("sixty-fourth"),
            "100" => Regular("hundredth"),
            "1000" => Regular("thousandth"),
            _ => null,
        };

    private static UnitName Regular(string one) => new(one, one + "s");

    [GeneratedRegex(@"^(?:(?<whole>\d+)&)?(?<above>\d{1,4})/(?<below>\d{1,4})(?<unit>[a-z]*)$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^\d{1,4}$")]
    private static partial Regex WholeNumber();
}
