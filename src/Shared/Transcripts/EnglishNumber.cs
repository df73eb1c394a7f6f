using System.Globalization;

namespace FlamingHorse.Narration.Transcripts;

/// <summary>Digits as the words that say them, without <c>and</c>.</summary>
internal static class EnglishNumber
{
    private const int MostDigits = 18;

    private static readonly string[] _small =
    [
        .. "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".Split(' '),
        .. "seventeen eighteen nineteen".Split(' '),
    ];

    private static readonly string[] _tens = ["", "", .. "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ')];
    private static readonly string[] _scales = ["", .. "thousand million billion trillion quadrillion".Split(' ')];

    /// <summary>Whether a number ends with this word.</summary>
    public static bool IsNumber(string word) =>
        _small.Contains(word) || _tens.Contains(word) && word.Length > 0 || _scales.Contains(word) && word.Length > 0 || word == "hundred";

    /// <param name="number">Digits, with at most one point between them.</param>
    public static IEnumerable<string> Cardinal(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? Whole(number) : [.. Whole(number[..point]), "point", .. Digits(number[(point + 1)..])];
    }

    /// <param name="digits">Of a whole number.</param>
    public static IEnumerable<string> Ordinal(string digits)
    {
        var words = Whole(digits).ToList();
        words[^1] = words[^1] switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            var word when word.EndsWith('y') => word[..^1] + "ieth",
            var word => word + "th",
        };
        return words;
    }

    private static IEnumerable<string> Digits(string digits) => digits.Select(digit => _small[digit - '0']);

    private static IEnumerable<string> Whole(string digits)
    {
        if (digits.Length > MostDigits)
        {
            return Digits(digits);
        }

        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        return number == 0 ? ["zero"] : Positive(number, 0);
    }

    private static IEnumerable<string> Positive(long number, int scale)
    {
        var (rest, group) = Math.DivRem(number, 1000);
        var higher = rest > 0 ? Positive(rest, scale + 1) : [];
        string[] name = scale > 0 && group > 0 ? [_scales[scale]] : [];
        return [.. higher, .. BelowThousand((int)group), .. name];
    }

    private static IEnumerable<string> BelowThousand(int number) =>
        number switch
        {
            0 => [],
            < 20 => [_small[number]],
            < 100 => [_tens[number / 10], .. BelowThousand(number % 10)],
            _ => [_small[number / 100], "hundred", .. BelowThousand(number % 100)],
        };
}
