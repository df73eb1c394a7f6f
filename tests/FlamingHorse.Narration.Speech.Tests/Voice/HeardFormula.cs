using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>A transcript of a formula in words, as far as a recognizer writes signs for what it heard.</summary>
internal static partial class HeardFormula
{
    private static readonly (string Sign, string Words)[] _signs =
    [
        ("²", " squared"),
        ("³", " cubed"),
        ("+", " plus "),
        ("=", " equals "),
        ("-", " minus "),
        ("/", " over "),
        ("<", " is less than "),
        (">", " is greater than "),
        ("∞", " infinity "),
        ("π", " pi "),
    ];

    private static readonly string[] _numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
    ];

    /// <summary>Letters and number words without spaces: "dx" and "d x", "y to" and "y2" are the same sounds.</summary>
    public static string Normalize(string text)
    {
        var words = text.ToLowerInvariant();
        foreach (var (sign, said) in _signs)
        {
            words = words.Replace(sign, said, StringComparison.Ordinal);
        }

        words = Numbers().Replace(words, match => " " + string.Join(' ', Words(match.Value)) + " ");
        return string.Concat(words.Where(char.IsLetterOrDigit));
    }

    /// <summary>A decimal's digits one by one; a whole number that has no word here as it is.</summary>
    private static IEnumerable<string> Words(string number)
    {
        var parts = number.Split('.');
        var whole = int.Parse(parts[0], CultureInfo.InvariantCulture);
        yield return whole < _numbers.Length ? _numbers[whole] : parts[0];
        if (parts.Length > 1)
        {
            yield return "point";
            foreach (var digit in parts[1])
            {
                yield return _numbers[digit - '0'];
            }
        }
    }

    [GeneratedRegex("[0-9]{1,9}([.][0-9]+)?")]
    private static partial Regex Numbers();
}
