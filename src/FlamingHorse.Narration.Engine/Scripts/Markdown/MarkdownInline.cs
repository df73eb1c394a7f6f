using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

/// <summary>
/// Inline markup taken off: a voice must not read asterisks, and captions have none. Marks (<c>&lt;mark name='row'/&gt;</c>) stay.
/// </summary>
internal static partial class MarkdownInline
{
    // Escaped characters are moved to this range, which no text uses.
    private const char Escaped = '\uE000';

    public static string Plain(string text)
    {
        text = Escape().Replace(text, sign => ((char)(Escaped + sign.Value[1])).ToString());
        text = Link().Replace(text, "${text}");
        text = Code().Replace(text, "${text}");
        text = Strong().Replace(text, "${text}");
        text = Emphasis().Replace(text, "${text}");
        return string.Concat(text.Select(c => c is > Escaped and < (char)(Escaped + 128) ? (char)(c - Escaped) : c));
    }

    [GeneratedRegex("\\\\[!-/:-@\\[-`{-~]")]
    private static partial Regex Escape();

    [GeneratedRegex("!?\\[(?<text>[^\\]]*)\\]\\([^)]*\\)")]
    private static partial Regex Link();

    [GeneratedRegex("(?<!`)`(?<text>[^`]+)`(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex("(?<sign>\\*\\*|(?<![\\p{L}\\p{N}])__)(?=\\S)(?<text>.+?)(?<=\\S)\\k<sign>")]
    private static partial Regex Strong();

    [GeneratedRegex("(?<sign>\\*|(?<![\\p{L}\\p{N}])_)(?=\\S)(?<text>[^*]+?)(?<=\\S)\\k<sign>(?![\\p{L}\\p{N}])")]
    private static partial Regex Emphasis();
}
