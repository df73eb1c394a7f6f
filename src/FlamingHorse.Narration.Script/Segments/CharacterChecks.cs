using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>Finds characters that a text cannot have.</summary>
internal static class CharacterChecks
{
    /// <summary>What is wrong with the characters of text and SpokenAs; null for nothing.</summary>
    public static string? Check(ScriptSegment segment)
    {
        if (FindInvalid(segment.Text) is { } inText)
            return $"The text contains {inText}. Remove it.";
        return FindInvalid(segment.SpokenAs) is { } inSpokenAs ? $"SpokenAs contains {inSpokenAs}. Remove it." : null;
    }

    /// <summary>The first character that neither a caption nor a worker's message can carry.</summary>
    private static string? FindInvalid(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~')
                continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c))
                return $"half of a surrogate pair ({Printable.CodePoint(c)}) at character {i + 1}";
            else if (c is '\uFFFE' or '\uFFFF' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085')))
                return $"the control character {Printable.CodePoint(c)} at character {i + 1}";
        }
        return null;
    }
}
