using System.Buffers;
using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Marks, as the voice's alphabet has them.</summary>
internal static class Punctuation
{
    private const string Marks = ";:,.!?—…\"“”";
    private static readonly SearchValues<char> Silent = SearchValues.Create("',-._‘’/");

    /// <summary>Whether the token consists only of characters that are not said.</summary>
    public static bool IsSilent(ReadingToken token) => !token.Text.AsSpan().ContainsAnyExcept(Silent);

    /// <summary>The mark of a token that is punctuation; empty for a silent one, null for a word.</summary>
    /// <param name="token">A token or a part of one.</param>
    /// <param name="isWhole">Whether it is no part: the points of <c>e.g.</c> belong to the word.</param>
    public static string? Read(ReadingToken token, bool isWhole)
    {
        if (token.Tag == ":" && token.Text is "-" or "–")
        {
            return "—";
        }

        if (IsPunctuationTag(token.Tag) && !IsLetters(token.Text))
        {
            return token.Tag switch
            {
                "-LRB-" => "(",
                "-RRB-" => ")",
                "``" => "“",
                "''" => "”",
                _ => MarksOf(token.Text),
            };
        }

        // The tagger is not always right about a mark; the mark is.
        return !isWhole ? null
            : token.Text.All(sign => Marks.Contains(sign)) ? token.Text
            : ReadBracket(token.Text);
    }

    private static string? ReadBracket(string text) =>
        text switch
        {
            "(" or "[" or "{" => "(",
            ")" or "]" or "}" => ")",
            "–" => "—",
            _ => null,
        };

    private static bool IsPunctuationTag(string tag) =>
        tag is "." or "," or "-LRB-" or "-RRB-" or "``" or "\"\"" or "''" or ":" or "$" or "#" or "NFP";

    private static bool IsLetters(string text) => text.All(char.IsAsciiLetter);

    private static string MarksOf(string text) => string.Concat(text.Where(sign => Marks.Contains(sign)));
}
