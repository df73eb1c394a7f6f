namespace FlamingHorse.Narration.Script.Text;

/// <summary>Signs that speech models read unreliably.</summary>
internal static class FormulaSigns
{
    private const int LongestNumber = 6;

    /// <summary>The symbols and long numbers of a text, once each and quoted, as in <c>'=' and '^'</c>; null for none.</summary>
    public static string? Find(string text)
    {
        List<string>? found = null;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i] switch
            {
                '=' or '^' or '_' or '\\' or '{' or '}' => $"'{text[i]}'",
                >= '0' and <= '9' => LongNumber(text, ref i),
                _ => null,
            };
            if (sign is not null && found?.Contains(sign) != true)
                (found ??= []).Add(sign);
        }
        if (found is null || found.Count == 1)
            return found?[0];
        return string.Join(", ", found.Take(found.Count - 1)) + " and " + found[found.Count - 1];
    }

    /// <summary>Reads a number with its group and decimal separators; <paramref name="at"/> ends on its last character.</summary>
    private static string? LongNumber(string text, ref int at)
    {
        var start = at;
        var digits = 1;
        while (at + 1 < text.Length)
        {
            if (IsDigit(text, at + 1))
                at++;
            else if (text[at + 1] is ',' or '.' or '\u00A0' or '\'' && IsDigit(text, at + 2))
                at += 2;
            else
                break;
            digits++;
        }
        return digits > LongestNumber ? $"the number {Printable.Excerpt(text.Substring(start, at + 1 - start))}" : null;
    }

    private static bool IsDigit(string text, int at) => at < text.Length && text[at] is >= '0' and <= '9';
}
