using System.Globalization;

namespace FlamingHorse.Narration.Captions;

/// <summary>Scripts that are written without spaces between words.</summary>
internal static class UnspacedScript
{
    /// <summary>Whether a word holds characters of such a script.</summary>
    public static bool IsIn(string word)
    {
        foreach (var character in word)
        {
            if (Has(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line may end between two characters.</summary>
    public static bool MayBreak(char before, char after) =>
        (Has(before) || Has(after))
        && !CaptionPunctuation.IsClosing(after)
        && !char.IsSurrogate(before)
        && !char.IsSurrogate(after)
        && CharUnicodeInfo.GetUnicodeCategory(before) is not (UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation);

    /// <summary>Han, kana and their punctuation. Korean has spaces.</summary>
    public static bool Has(char character) =>
        character is (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');
}
