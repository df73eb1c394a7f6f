using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Numbers as the voice reads them: as English words, the American way, without <c>and</c>.</summary>
internal static class NumberWords
{
    // As many groups of three digits as have a name; longer numbers are read digit by digit.
    public const int MostDigits = 36;

    /// <summary><c>1234</c> as one thousand two hundred thirty four.</summary>
    public static IReadOnlyList<string> Cardinal(string digits) =>
        digits.TrimStart('0') is { Length: > 0 } significant ? EnglishNumber.Whole(significant, MostDigits) : ["zero"];

    /// <summary><c>21</c> as twenty first.</summary>
    public static IReadOnlyList<string> Ordinal(string digits) => EnglishNumber.ToOrdinal(Cardinal(digits));

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
            : low[0] == '0' ? ["oh", .. Digits(low[1..])]
            : Cardinal(low),
        ];
    }

    /// <summary>Each digit by its name; anything else is left out.</summary>
    public static IReadOnlyList<string> Digits(string digits) => EnglishNumber.Digits(string.Concat(digits.Where(char.IsAsciiDigit)));
}
