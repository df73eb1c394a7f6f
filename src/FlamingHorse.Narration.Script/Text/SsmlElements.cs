namespace FlamingHorse.Narration.Script.Text;

/// <summary>The elements of SSML 1.1 that mean nothing here.</summary>
internal static class SsmlElements
{
    private static readonly string[] _otherElements =
    [
        "audio",
        "desc",
        "emphasis",
        "lang",
        "lexicon",
        "lookup",
        "meta",
        "metadata",
        "p",
        "phoneme",
        "prosody",
        "s",
        "say-as",
        "speak",
        "sub",
        "token",
        "voice",
        "w",
    ];

    /// <summary>Whether such an element begins at an angle bracket; any other angle bracket is text.</summary>
    public static bool IsAt(string text, int open)
    {
        var start = open + 1 < text.Length && text[open + 1] == '/' ? open + 2 : open + 1;
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-'))
            end++;
        return end < text.Length
            && (WhiteSpace.Is(text[end]) || text[end] is '/' or '>')
            && text.IndexOf('>', end) >= 0
            && Array.IndexOf(_otherElements, text.Substring(start, end - start)) >= 0;
    }
}
