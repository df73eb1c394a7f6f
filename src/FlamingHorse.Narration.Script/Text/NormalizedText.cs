using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>A text in the one form that keys and voices see.</summary>
public static class NormalizedText
{
    /// <summary>
    /// Unicode's canonical composition (NFC), every run of white space and line ends to one space, trimmed. The same on every platform,
    /// in every culture and in invariant-globalization mode. Ill-formed UTF-16 passes through.
    /// </summary>
    public static string Of(string text)
    {
        var composed = CanonicalComposition.Of(text);
        return IsCollapsed(composed) ? composed : Collapse(composed);
    }

    private static bool IsCollapsed(string text)
    {
        var afterSpace = true;
        foreach (var c in text)
        {
            var isSpace = WhiteSpace.Is(c);
            if (isSpace && (afterSpace || c != ' '))
                return false;
            afterSpace = isSpace;
        }
        return !afterSpace || text.Length == 0;
    }

    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!WhiteSpace.Is(c))
                result.Append(c);
            else if (result.Length > 0 && result[result.Length - 1] != ' ')
                result.Append(' ');
        }
        if (result.Length > 0 && result[result.Length - 1] == ' ')
            result.Length--;
        return result.ToString();
    }
}
