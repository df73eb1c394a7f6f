using System.Text;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>What the voice is given, and what stands in the key, to the character.</summary>
public static class SpokenText
{
    /// <summary>Most characters (UTF-16 units) of one segment's spoken text: about five and a half minutes.</summary>
    public const int MaxLength = 5_000;

    /// <summary>
    /// <see cref="ScriptSegment.SpokenAs"/> or else the caption, after the lexicon, normalized. An empty result is possible for texts
    /// that <see cref="ScriptChecks"/> rejects.
    /// </summary>
    public static string Of(ScriptSegment segment, Lexicon lexicon, string defaultLanguage)
    {
        var written = MarkedText.Parse(segment.SpokenAs ?? segment.Text).Caption;
        return Normalize(lexicon.Apply(written, segment.Language ?? defaultLanguage));
    }

    /// <summary>
    /// Unicode's canonical composition (NFC), every run of white space and line ends to one space, trimmed. The same on every platform,
    /// in every culture and in invariant-globalization mode. Ill-formed UTF-16 passes through.
    /// </summary>
    public static string Normalize(string text)
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
