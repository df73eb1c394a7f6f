namespace FlamingHorse.Narration.Script.Mathematics.Vocabularies;

/// <summary>The parts of a number as it is written in a formula.</summary>
/// <param name="Whole">The digits before the decimal sign, without leading or group signs.</param>
/// <param name="Decimals">The digits behind it; empty for none.</param>
internal readonly record struct DigitGroups(string Whole, string Decimals)
{
    /// <param name="digits">Digits, a point, commas.</param>
    /// <param name="isDecimalComma">A comma is the decimal sign, whatever follows it.</param>
    public static DigitGroups Of(string digits, bool isDecimalComma)
    {
        var sign = digits.IndexOf('.');
        if (sign < 0 && digits.IndexOf(',') is var comma and >= 0 && (isDecimalComma || !IsGrouped(digits, comma)))
            sign = digits.LastIndexOf(',');
        var whole = sign < 0 ? digits : digits.Substring(0, sign);
        return new DigitGroups(whole.Replace(",", ""), sign < 0 ? "" : digits.Substring(sign + 1));
    }

    private static bool IsGrouped(string digits, int comma)
    {
        for (var at = comma; at < digits.Length; at += 4)
        {
            if (digits[at] != ',' || at + 3 >= digits.Length || digits.IndexOf(',', at + 1, 3) >= 0)
                return false;
        }
        return comma <= 3;
    }
}
