namespace FlamingHorse.Narration.Script.Mathematics.Captions;

/// <summary>What a caption may not hold.</summary>
internal static class CaptionCharacters
{
    /// <summary>The text with no control character and no half of a surrogate pair; braces and backslashes may be shown.</summary>
    public static string Clean(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
                result.Append(text[i]).Append(text[++i]);
            else if (!char.IsControl(text[i]) && !char.IsSurrogate(text[i]) && text[i] is not ('\uFFFE' or '\uFFFF'))
                result.Append(text[i]);
        }
        return result.ToString().Trim();
    }
}
