using System.Globalization;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Numbers as English words, the American way: without <c>and</c>.</summary>
internal static class NumberWords
{
    // As many groups of three digits as have a name below; longer numbers are read digit by digit.
    public const int MostDigits = 36;

    private static readonly string[] Small =
    [
        .. "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".Split(' '),
        .. "seventeen eighteen nineteen".Split(' '),
    ];

    private static readonly string[] Tens = ["", "", .. "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ')];

    private static readonly string[] Scales =
    [
        "",
        .. "thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion".Split(' '),
    ];

    /// <summary><c>1234</c> as one thousand two hundred thirty four.</summary>
    public static IReadOnlyList<string> Cardinal(string digits)
    {
        digits = digits.TrimStart('0');
        if (digits.Length == 0)
        {
            return ["zero"];
        }

        if (digits.Length > MostDigits)
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
                AddBelowThousand(words, group);
                if (scale > 0)
                {
                    words.Add(Scales[scale]);
                }
            }
        }

        return words;
    }

    /// <summary><c>21</c> as twenty first.</summary>
    public static IReadOnlyList<string> Ordinal(string digits)
    {
        var words = Cardinal(digits).ToList();
        words[^1] = OrdinalOf(words[^1]);
        return words;
    }

    /// <summary>A year of four digits: <c>1905</c> as nineteen oh five.</summary>
    public static IReadOnlyList<string> Year(string digits)
    {
        var (high, low) = (digits[..2], digits[2..]);
        if (high == "00" || (high[1] == '0' && low[0] == '0'))
        {
            return Cardinal(digits);
        }

        return
        [
            .. Cardinal(high),
            .. low == "00" ? ["hundred"]
            : low[0] == '0' ? ["oh", Small[low[1] - '0']]
            : Cardinal(low),
        ];
    }

    /// <summary>Each digit by its name.</summary>
    public static IReadOnlyList<string> Digits(string digits) => [.. digits.Where(char.IsAsciiDigit).Select(digit => Small[digit - '0'])];

    private static void AddBelowThousand(List<string> words, int number)
    {
        if (number >= 100)
        {
            words.Add(Small[number / 100]);
            words.Add("hundred");
            number %= 100;
        }

        if (number >= 20)
        {
            words.Add(Tens[number / 10]);
            number %= 10;
        }
        else if (number >= 10)
        {
            words.Add(Small[number]);
            return;
        }

        if (number > 0)
        {
            words.Add(Small[number]);
        }
    }

    private static string OrdinalOf(string word) =>
        word switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            _ when word.EndsWith('y') => word[..^1] + "ieth",
            _ => word + "th",
        };
}
