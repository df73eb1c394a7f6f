using System.Text;

namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>The characters that a reading may contain.</summary>
internal static class SpokenCharacters
{
    /// <summary>Where the first character stands that no reading may hold; -1 for none.</summary>
    public static int FindForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsForbidden(text, i))
                return i;
        }
        return -1;
    }

    /// <summary>The text without what no reading may hold.</summary>
    public static string Clean(string text)
    {
        if (FindForbidden(text) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsForbidden(text, i))
                clean.Append(text[i]);
        }
        return clean.ToString();
    }

    /// <summary>Something that a voice can make a sound of.</summary>
    public static bool HasSpeech(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }
        return false;
    }

    private static bool IsForbidden(string text, int at)
    {
        var c = text[at];
        if (char.IsSurrogate(c))
        {
            return !(
                char.IsHighSurrogate(c)
                    ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
                    : at > 0 && char.IsHighSurrogate(text[at - 1])
            );
        }

        return c is '\\' or '{' or '}' or '\uFFFE' or '\uFFFF' || char.IsControl(c);
    }
}
