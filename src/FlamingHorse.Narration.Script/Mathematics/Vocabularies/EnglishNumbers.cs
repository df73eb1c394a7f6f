using System.Globalization;

namespace FlamingHorse.Narration.Script.Mathematics.Vocabularies;

/// <summary>Numbers in English: "one hundred twenty-three point four".</summary>
internal sealed class EnglishNumbers : INumberWords
{
    private static readonly string[] Small = (
        "zero one two three four five six seven eight nine ten "
        + "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ).Split(' ');

    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly string[] Groups =
        "- thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion".Split(' ');

    private static readonly string[] SmallOrdinals =
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".Split(' ');

    public string Cardinal(string digits)
    {
        if (digits.IndexOf('(') is var bracket and >= 0)
            return Cardinal(digits.Remove(bracket, 1).TrimEnd(')')) + " repeating";
        var parts = DigitGroups.Of(digits, isDecimalComma: false);
        var words = parts.Whole.Length == 0 ? "zero" : Whole(parts.Whole);
        return parts.Decimals.Length == 0 ? words : words + " point " + OneByOne(parts.Decimals);
    }

    public string? Power(int number) => number is >= 4 and <= 12 ? SmallOrdinals[number] : null;

    public string Ordinal(int number)
    {
        if (number <= 12)
            return SmallOrdinals[number];
        var cardinal = Cardinal(number.ToString(CultureInfo.InvariantCulture));
        var last = cardinal.LastIndexOfAny([' ', '-']) + 1;
        var word = cardinal.Substring(last);
        var small = Array.IndexOf(Small, word);
        return cardinal.Substring(0, last)
            + (
                small is >= 0 and <= 12 ? SmallOrdinals[small]
                : word[word.Length - 1] == 'y' ? word.Substring(0, word.Length - 1) + "ieth"
                : word + "th"
            );
    }

    public string? Fraction(long top, long bottom)
    {
        if (bottom is not (>= 2 and <= 20 or 100) || top < 1)
            return null;
        var part = bottom switch
        {
            2 => top == 1 ? "half" : "halve",
            4 => "quarter",
            _ => Ordinal((int)bottom),
        };
        if (bottom == 100)
            part = "hundredth";
        return Cardinal(top.ToString(CultureInfo.InvariantCulture)) + " " + part + (top == 1 ? "" : "s");
    }

    private static string Whole(string digits)
    {
        if (digits.Length > 36 || (digits.Length > 1 && digits[0] == '0'))
            return OneByOne(digits);
        var words = new List<string>();
        var groups = (digits.Length + 2) / 3;
        var padded = digits.PadLeft(groups * 3, '0');
        for (var i = 0; i < groups; i++)
        {
            var group = int.Parse(padded.Substring(3 * i, 3), CultureInfo.InvariantCulture);
            if (group == 0)
                continue;
            words.Add(Below1000(group));
            if (i < groups - 1)
                words.Add(Groups[groups - 1 - i]);
        }
        return words.Count == 0 ? "zero" : string.Join(" ", words);
    }

    private static string Below1000(int number)
    {
        var rest = number % 100;
        var below =
            rest == 0 ? ""
            : rest < 20 ? Small[rest]
            : rest % 10 == 0 ? Tens[rest / 10]
            : $"{Tens[rest / 10]}-{Small[rest % 10]}";
        return number < 100 ? below
            : rest == 0 ? Small[number / 100] + " hundred"
            : $"{Small[number / 100]} hundred {below}";
    }

    private static string OneByOne(string digits) => string.Join(" ", digits.Select(digit => Small[digit - '0']));
}
