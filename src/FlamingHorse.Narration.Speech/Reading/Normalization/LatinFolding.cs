namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>
/// The plain letter under a Latin letter with marks. The program runs without the system's Unicode tables (invariant globalization), so
/// <c>string.Normalize</c> changes nothing.
/// </summary>
internal static class LatinFolding
{
    // From NFKD, Unicode 16; a point if no single letter remains.
    private const string From00C0 =
        "AAAAAA.CEEEEIIII.NOOOOO.OUUUUY..aaaaaa.ceeeeiiii.nooooo.ouuuuy.yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKk"
        + ".LlLlLl..LlNnNnNn.NnOoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzsbB.......D.......FfG...IKkl..NnOOo..Pp.....tTtTU"
        + "u.VYyZz......................AaIiOoUuUuUuUuUu.AaAa....GgKkOoOo..j...Gg..NnAa....AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......Aa"
        + "EeOoOoOoOoYy......A..LT....BU.EeJj..RrYy";

    private const string From1E00 =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUu"
        + "UuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy.s....AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUu"
        + "UuYyYyYyYy......";

    /// <summary>The letter a–z or A–Z, or null.</summary>
    public static char? Fold(char letter)
    {
        var folded =
            letter >= 0xC0 && letter - 0xC0 < From00C0.Length ? From00C0[letter - 0xC0]
            : letter >= 0x1E00 && letter - 0x1E00 < From1E00.Length ? From1E00[letter - 0x1E00]
            : '.';
        return folded == '.' ? null : folded;
    }
}
