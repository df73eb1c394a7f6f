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

    // Transcripts know the first six, the neural voice reads all.
    private static readonly string[] _scales =
    [
        "",
        .. "thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion".Split(' '),
    ];

    private static readonly HashSet<string> _lastWords =
    [
        .. _small,
        .. _tens.Where(word => word.Length > 0),
        "hundred",
        .. _scales.Take(MostDigits / 3).Where(word => word.Length > 0),
    ];

    /// <summary>Whether a number ends with this word.</summary>
    public static bool IsNumber(string word) => _lastWords.Contains(word);

    /// <param name="number">Digits, with at most one point between them.</param>
    public static IEnumerable<string> Cardinal(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? Whole(number, MostDigits) : [.. Whole(number[..point], MostDigits), "point", .. Digits(number[(point + 1)..])];
    }

    /// <param name="digits">Of a whole number.</param>
    public static IReadOnlyList<string> Ordinal(string digits) => ToOrdinal(Whole(digits, MostDigits));

    /// <summary>A cardinal with its last word as an ordinal.</summary>
    public static IReadOnlyList<string> ToOrdinal(IReadOnlyList<string> cardinal) =>
        [
            .. cardinal.SkipLast(1),
            cardinal[^1] switch
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
            },
        ];

    /// <summary>Each digit by its name.</summary>
    /// <param name="digits">0 to 9 only.</param>
    public static IReadOnlyList<string> Digits(string digits) => [.. digits.Select(digit => _small[digit - '0'])];

    /// <summary>A whole number, such as one thousand two hundred thirty four.</summary>
    /// <param name="digits">0 to 9 only.</param>
    /// <param name="mostDigits">Longer numbers are read digit by digit; 36 at most.</param>
    public static IReadOnlyList<string> Whole(string digits, int mostDigits)
    {
        if (digits.Length > mostDigits)
        {
            return Digits(digits);
        }

        var words = new List<string>();
        for (var scale = (digits.Length - 1) / 3; scale >= 0; scale--)
        {
            var end = digits.Length - 3 * scale;
            var group = int.Parse(digits.AsSpan(Math.Max(0, end - 3)..end), CultureInfo.InvariantCulture);
            if (group > 0)
            {
                words.AddRange(BelowThousand(group));
                if (scale > 0)
                {
                    words.Add(_scales[scale]);
                }
            }
        }

        return words.Count == 0 ? ["zero"] : words;
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
