using System.Text;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>The words of a number in English.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
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
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Thousands = ["", " thousand", " million", " billion", " trillion"];

    /// <param name="whole">Digits before the decimal point, without separators.</param>
    /// <param name="fraction">Digits behind it; empty for none.</param>
    /// <param name="isGrouped">Written as 1,000: never a year.</param>
    public static string Of(string whole, string fraction, bool isGrouped)
    {
        var words = new StringBuilder();
        if (whole.Length > 15 || (whole.Length > 1 && whole[0] == '0'))
            Digits(whole, words);
        else if (whole.Length == 4 && fraction.Length == 0 && !isGrouped && IsYear((int)Value(whole)))
            Year((int)Value(whole), words);
        else
            Whole(Value(whole), words);
        if (fraction.Length > 0)
        {
            words.Append(" point");
            Digits(fraction, words);
        }
        return words.ToString();
    }

    private static long Value(string digits)
    {
        var value = 0L;
        foreach (var digit in digits)
            value = value * 10 + (digit - '0');
        return value;
    }

    private static bool IsYear(int number) => number is >= 1100 and <= 1999 or >= 2010 and <= 2099;

    private static void Year(int year, StringBuilder words)
    {
        Below1000(year / 100, words);
        if (year % 100 == 0)
            words.Append(" hundred");
        else if (year % 100 < 10)
            words.Append(" oh ").Append(Small[year % 100]);
        else
            Below1000(year % 100, words);
    }

    private static void Whole(long number, StringBuilder words)
    {
        if (number == 0)
            words.Append(" zero");
        var unit = 1_000_000_000_000;
        for (var power = 4; power >= 0; power--, unit /= 1000)
        {
            var group = (int)(number / unit % 1000);
            if (group == 0)
                continue;
            Below1000(group, words);
            words.Append(Thousands[power]);
        }
    }

    private static void Below1000(int number, StringBuilder words)
    {
        if (number >= 100)
            words.Append(' ').Append(Small[number / 100]).Append(" hundred");
        number %= 100;
        if (number >= 20)
            words.Append(' ').Append(Tens[number / 10]);
        if (number >= 20 ? number % 10 > 0 : number > 0)
            words.Append(' ').Append(Small[number >= 20 ? number % 10 : number]);
    }

    private static void Digits(string digits, StringBuilder words)
    {
        foreach (var digit in digits)
            words.Append(' ').Append(Small[digit - '0']);
    }
}
