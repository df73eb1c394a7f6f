using System.Globalization;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>What the letters of a word tell about how it is said.</summary>
internal static class WordShape
{
    /// <summary>A single letter, or capitals that make no word: "x", "QR", "SVD", but not "a", "NASA", "NOT".</summary>
    public static bool IsSpelled(string word)
    {
        if (word.Length == 1)
            return word[0] < 0x250 && word[0] is not ('a' or 'A' or 'I' or 'à' or 'é' or 'e' or 'y' or 'o');
        if (word.Length > 5)
            return false;
        var vowels = 0;
        foreach (var c in word)
        {
            if (c is < 'A' or > 'Z')
                return false;
            if (c is 'A' or 'E' or 'I' or 'O' or 'U')
                vowels++;
        }
        return vowels == 0
            || (word.Length == 2 && word is not ("OR" or "NO" or "IF" or "IS" or "IN" or "ON" or "TO" or "OF"))
            || (word.Length == 3 && word[2] is 'A' or 'E' or 'I' or 'O' or 'U');
    }

    public static bool IsMark(char c) =>
        c is >= '\u0300' and <= '\u036F'
        || (
            c >= '\u0590'
            && !char.IsLetterOrDigit(c)
            && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        );

    public static bool IsApostrophe(char c) => c is '\'' or '’';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';
}
