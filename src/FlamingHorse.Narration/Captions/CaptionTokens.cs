using System.Text;

namespace FlamingHorse.Narration.Captions;

/// <summary>The words of a text as white space divides it.</summary>
internal static class CaptionTokens
{
    /// <summary>What white space divides a text into.</summary>
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var position = 0;
        while (position < text.Length)
        {
            if (IsBlank(text[position]))
            {
                position++;
                continue;
            }

            var end = position;
            while (end < text.Length && !IsBlank(text[end]))
            {
                end++;
            }

            tokens.Add(text.Substring(position, end - position));
            position = end;
        }

        return tokens;
    }

    /// <summary>White space, and the control characters that no caption format can carry.</summary>
    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    /// <summary>A lone surrogate can't be written as UTF-8: the replacement character stands for it.</summary>
    public static string WithoutLoneSurrogates(string word)
    {
        StringBuilder? sound = null;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsSurrogate(word[i]))
            {
                continue;
            }

            if (i + 1 < word.Length && char.IsSurrogatePair(word[i], word[i + 1]))
            {
                i++;
                continue;
            }

            sound ??= new StringBuilder(word);
            sound[i] = '\uFFFD';
        }

        return sound?.ToString() ?? word;
    }
}
