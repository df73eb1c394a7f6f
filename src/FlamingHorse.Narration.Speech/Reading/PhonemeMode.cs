using System.Text;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>Lines of text to lines of phonemes, for authors and tests who want to know how a word will be said.</summary>
/// <param name="reader">Reads the lines.</param>
internal sealed partial class PhonemeMode(EnglishReader reader)
{
    /// <summary>
    /// The phonemes of one line, its sentences joined by a space; empty where nothing is read. <c>[word](/phonemes/)</c> says how a word
    /// is said; nowhere else is that understood.
    /// </summary>
    public string Read(string line)
    {
        var text = new StringBuilder();
        var say = new List<Pronunciation>();
        var end = 0;
        foreach (Match link in Link().Matches(line))
        {
            text.Append(line, end, link.Index - end);
            end = link.Index + link.Length;
            var words = link.Groups["word"].Value;
            say.Add(new Pronunciation(TokenAt(text), CountTokens(words), link.Groups["phonemes"].Value));
            text.Append(words);
        }

        text.Append(line, end, line.Length - end);
        return string.Join(' ', reader.Read(text.ToString(), say).Pieces.Select(piece => piece.Phonemes));
    }

    // The token that a character after this text belongs to.
    private static int TokenAt(StringBuilder text)
    {
        var before = text.ToString();
        return CountTokens(before) - (before.Length > 0 && !char.IsWhiteSpace(before[^1]) ? 1 : 0);
    }

    private static int CountTokens(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\[(?<word>[^\]\s]+(?:\s+[^\]\s]+)*)\]\(/(?<phonemes>[^/)]+)/\)")]
    private static partial Regex Link();
}
