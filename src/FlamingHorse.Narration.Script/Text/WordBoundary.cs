using System.Globalization;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>Where words begin and end, as a lexicon sees them.</summary>
internal static class WordBoundary
{
    /// <summary>Whether a word may begin here.</summary>
    public static bool StartsWord(string text, int at) => at == 0 || !JoinsWords(text[at]) || !JoinsWords(text[at - 1]);

    /// <summary>Whether a word may end before this character; a possessive ending does not belong to it.</summary>
    public static bool EndsWord(string text, int end)
    {
        if (end == text.Length)
            return true;
        var next = text[end];
        // A combining mark belongs to the character before it, whatever that is.
        if (IsMark(next))
            return false;
        if (!JoinsWords(text[end - 1]))
            return true;
        if (next is '\'' or '’')
            return !IsWordCharacter(text, end + 1) || (text[end + 1] is 's' or 'S' && !IsWordCharacter(text, end + 2));
        return !JoinsWords(next);
    }

    private static bool IsWordCharacter(string text, int at) => at < text.Length && JoinsWords(text[at]);

    /// <summary>Whether two characters beside each other would read as one word.</summary>
    public static bool Glues(char left, char right) => JoinsWords(left) && JoinsWords(right);

    /// <summary>Whether a character is part of the word beside it. Scripts written without spaces have no words in this sense.</summary>
    private static bool JoinsWords(char c) =>
        c < 0x80
            ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
            : (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c)) && !IsWrittenWithoutSpaces(c);

    private static bool IsMark(char c) =>
        c >= 0x300
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>Thai, Lao, Myanmar, Khmer, kana and Han.</summary>
    private static bool IsWrittenWithoutSpaces(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');
}
