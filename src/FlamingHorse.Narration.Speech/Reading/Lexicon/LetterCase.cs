namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Checks how a word is written; characters without case count as both.</summary>
internal static class LetterCase
{
    public static bool IsLower(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.ToLowerInvariant(letter) != letter)
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.ToUpperInvariant(letter) != letter)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A capital first and no other.</summary>
    public static bool IsCapitalized(ReadOnlySpan<char> word) => word.Length > 0 && char.IsUpper(word[0]) && IsLower(word[1..]);

    /// <summary>The word with a capital first.</summary>
    public static string Capitalize(string lower) => char.ToUpperInvariant(lower[0]) + lower[1..];

    /// <summary>Only ASCII letters and apostrophes: what the lexicons' rules of inflection are made for.</summary>
    public static bool IsEnglish(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetter(letter) && letter != '\'')
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsAllLetters(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter))
            {
                return false;
            }
        }

        return word.Length > 0;
    }
}
