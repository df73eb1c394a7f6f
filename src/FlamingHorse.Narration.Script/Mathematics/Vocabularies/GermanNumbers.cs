using System.Globalization;

namespace FlamingHorse.Narration.Script.Mathematics.Vocabularies;

/// <summary>Numbers in German: "hundertdreiundzwanzig Komma vier".</summary>
internal sealed class GermanNumbers : INumberWords
{
    private static readonly string[] Small = (
        "null eins zwei drei vier fünf sechs sieben acht neun zehn "
        + "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
    ).Split(' ');

    private static readonly string[] Tens = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".Split(' ');

    private static readonly string[] Groups = "Million Milliarde Billion Billiarde Trillion Trilliarde Quadrillion".Split(' ');

    public string Cardinal(string digits)
    {
        if (digits.IndexOf('(') is var bracket and >= 0)
        {
            var before = digits.Substring(0, bracket);
            var sign = before[before.Length - 1] is '.' or ',' ? " Komma" : "";
            return $"{Cardinal(before.TrimEnd('.', ','))}{sign} Periode {OneByOne(digits.Substring(bracket + 1).TrimEnd(')'))}";
        }

        var parts = DigitGroups.Of(digits, isDecimalComma: true);
        var words = parts.Whole.Length == 0 ? "null" : Whole(parts.Whole);
        return parts.Decimals.Length == 0 ? words : words + " Komma " + OneByOne(parts.Decimals);
    }

    public string? Power(int number) => null;

    public string Ordinal(int number) =>
        number switch
        {
            1 => "erste",
            3 => "dritte",
            7 => "siebte",
            8 => "achte",
            _ => Cardinal(number.ToString(CultureInfo.InvariantCulture)) + (number % 100 is >= 2 and < 20 ? "te" : "ste"),
        };

    public string? Fraction(long top, long bottom)
    {
        if (bottom is not (>= 2 and <= 20 or 100) || top < 1)
            return null;
        var count = top == 1 ? "ein" : Cardinal(top.ToString(CultureInfo.InvariantCulture));
        if (bottom == 2)
            return top == 1 ? "ein halb" : count + " Halbe";
        var stem = Ordinal((int)bottom);
        return $"{count} {char.ToUpperInvariant(stem[0])}{stem.Substring(1)}l";
    }

    private static string Whole(string digits)
    {
        if (digits.Length > 27 || (digits.Length > 1 && digits[0] == '0'))
            return OneByOne(digits);
        var words = new List<string>();
        var rest = digits.Length > 6 ? digits.Substring(digits.Length - 6) : digits;
        var high = digits.Substring(0, digits.Length - rest.Length);
        for (var group = 0; high.Length > 0; group++)
        {
            var cut = Math.Max(high.Length - 3, 0);
            var count = int.Parse(high.Substring(cut), CultureInfo.InvariantCulture);
            high = high.Substring(0, cut);
            var name = Groups[group];
            if (count == 1)
                words.Insert(0, "eine " + name);
            else if (count > 1)
                words.Insert(0, $"{Below1000(count)} {name}{(name[name.Length - 1] == 'e' ? "n" : "en")}");
        }
        if (int.Parse(rest, CultureInfo.InvariantCulture) is var low and > 0)
            words.Add(BelowMillion(low));
        return words.Count == 0 ? "null" : string.Join(" ", words);
    }

    private static string BelowMillion(int number)
    {
        var thousands = number / 1000 is var count and > 0 ? (count == 1 ? "" : Joined(Below1000(count))) + "tausend" : "";
        return thousands + (number % 1000 > 0 ? Below1000(number % 1000) : "");
    }

    private static string Below1000(int number)
    {
        var hundreds = number / 100 is var count and > 0 ? (count == 1 ? "" : Small[count]) + "hundert" : "";
        var rest = number % 100;
        return hundreds
            + (
                rest == 0 ? ""
                : rest < 20 ? Small[rest]
                : rest % 10 == 0 ? Tens[rest / 10]
                : Joined(Small[rest % 10]) + "und" + Tens[rest / 10]
            );
    }

    /// <summary>"eins" within a word is "ein".</summary>
    private static string Joined(string word) =>
        word.EndsWith("eins", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;

    private static string OneByOne(string digits) => string.Join(" ", digits.Select(digit => Small[digit - '0']));
}
