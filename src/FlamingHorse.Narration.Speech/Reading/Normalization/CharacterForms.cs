using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>Other forms of plain characters: typographic, full width, raised, of mathematical alphabets, of other digits.</summary>
internal static class CharacterForms
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The plain form of a character; null when it has none.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="before">What stands before it, in plain form.</param>
    public static string? Plain(Rune rune, StringBuilder before) =>
        rune.Value switch
        {
            >= '!' and <= '~' => rune.ToString(),
            >= 0xFF01 and <= 0xFF5E => ((char)(rune.Value - 0xFEE0)).ToString(),
            >= 0x1D400 and <= 0x1D6A3 => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(rune.Value - 0x1D400) % 52].ToString(),
            >= 0x1D6A8 and <= 0x1D7CB => PlainGreek((rune.Value - 0x1D6A8) % 58),
            '„' or '‟' or '«' => "“",
            '»' => "”",
            '‚' or '‛' or '‹' => "‘",
            '›' or 'ʼ' or '´' => "’",
            '‐' or '‑' => "-",
            '‒' => "–",
            '―' => "—",
            '¿' or '¡' => "",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' or 'ﬆ' => "st",
            '℃' => "°C",
            '℉' => "°F",
            'Ω' => "Ω",
            'ℂ' => "C",
            'ℕ' => "N",
            'ℙ' => "P",
            'ℚ' => "Q",
            'ℝ' => "R",
            'ℤ' => "Z",
            'ℎ' => "h",
            '⁄' => "/",
            '⁻' => "^-",
            '。' or '．' => ".",
            '、' => ",",
            >= 0x2160 and <= 0x216B => "I II III IV V VI VII VIII IX X XI XII".Split(' ')[rune.Value - 0x2160],
            _ => PlainNumber(rune, before),
        };

    private static string? PlainGreek(int position) =>
        position switch
        {
            < 25 => ((char)(0x391 + position)).ToString(),
            25 => "∇",
            < 51 => ((char)(0x3B1 + position - 26)).ToString(),
            51 => "∂",
            _ => null,
        };

    private static string? PlainNumber(Rune rune, StringBuilder before)
    {
        if (Raised.Contains(rune.ToString(), StringComparison.Ordinal))
        {
            // A run of raised digits is one exponent.
            return rune.Value is '²' or '³' && !EndsInExponent(before)
                ? rune.ToString()
                : (EndsInExponent(before) ? "" : "^") + Raised.IndexOf(rune.ToString(), StringComparison.Ordinal);
        }

        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber))
        {
            return null;
        }

        var value = Rune.GetNumericValue(rune);
        return value >= 0 && value == Math.Floor(value) && value < 1000 ? value.ToString(CultureInfo.InvariantCulture)
            : value is > 0 and < 1 ? PlainFraction(value, before)
            : null;
    }

    private static string? PlainFraction(double value, StringBuilder before)
    {
        foreach (var parts in (ReadOnlySpan<int>)[2, 3, 4, 5, 6, 7, 8, 9, 10])
        {
            var taken = Math.Round(value * parts);
            if (Math.Abs(value - taken / parts) < 1e-6)
            {
                var joint = before.Length > 0 && char.IsAsciiDigit(before[^1]) ? "&" : "";
                return string.Create(CultureInfo.InvariantCulture, $"{joint}{taken}/{parts}");
            }
        }

        return null;
    }

    private static bool EndsInExponent(StringBuilder before)
    {
        var at = before.Length - 1;
        while (at >= 0 && char.IsAsciiDigit(before[at]))
        {
            at--;
        }

        return at >= 0 && (before[at] == '^' || (before[at] == '-' && at > 0 && before[at - 1] == '^'));
    }
}
