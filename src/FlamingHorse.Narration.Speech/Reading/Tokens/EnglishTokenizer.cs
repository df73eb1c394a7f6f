using System.Text.Json;
using FlamingHorse.Narration.Speech.Reading.Data;

namespace FlamingHorse.Narration.Speech.Reading.Tokens;

/// <summary>Splits words as spaCy does for English: special cases, then what touches them, then what stands inside.</summary>
/// <remarks>https://spacy.io/usage/linguistic-features#how-tokenizer-works</remarks>
/// <param name="specialCases">Words with their pieces.</param>
internal sealed class EnglishTokenizer(IReadOnlyDictionary<string, string[]> specialCases)
{
    public static EnglishTokenizer Load(string path)
    {
        using var document = VoiceFile.Parse(path);
        return new EnglishTokenizer(
            document.RootElement.EnumerateObject().ToDictionary(word => word.Name, PiecesOf, StringComparer.Ordinal)
        );
    }

    /// <summary>The tokens of a sentence; a space follows the last one of every word but the last.</summary>
    public List<ReadingToken> Tokenize(IReadOnlyList<SpokenWord> sentence)
    {
        var tokens = new List<ReadingToken>();
        var pieces = new List<string>();
        for (var i = 0; i < sentence.Count; i++)
        {
            var word = sentence[i];
            if (word.Phonemes is not null)
            {
                AddPronounced(tokens, word);
            }
            else
            {
                pieces.Clear();
                Split(word.Text, pieces);
                if (i == sentence.Count - 1)
                {
                    PartLastPoint(pieces);
                }

                tokens.AddRange(pieces.Select(piece => new ReadingToken { Text = piece, Source = word.Source }));
            }

            tokens[^1].SpaceAfter = i < sentence.Count - 1;
        }

        return tokens;
    }

    private void Split(string word, List<string> pieces)
    {
        var closing = new Stack<string>();
        while (word.Length > 0 && !specialCases.ContainsKey(word))
        {
            var prefix = Affixes.PrefixLength(word);
            if (prefix > 0 && prefix < word.Length && specialCases.ContainsKey(word[prefix..]))
            {
                pieces.Add(word[..prefix]);
                word = word[prefix..];
                break;
            }

            var suffix = Affixes.SuffixLength(word.AsSpan(prefix));
            if (suffix > 0 && suffix < word.Length && specialCases.ContainsKey(word[..^suffix]))
            {
                closing.Push(word[^suffix..]);
                word = word[..^suffix];
                break;
            }

            if (prefix + suffix == 0)
            {
                break;
            }

            if (prefix > 0)
            {
                pieces.Add(word[..prefix]);
            }

            if (suffix > 0)
            {
                closing.Push(word[^suffix..]);
            }

            word = word[prefix..^suffix];
        }

        AddCore(word, pieces);
        pieces.AddRange(closing);
    }

    private void AddCore(string word, List<string> pieces)
    {
        if (word.Length == 0)
        {
            return;
        }

        var start = 0;
        if (!specialCases.ContainsKey(word))
        {
            for (var at = 1; at < word.Length; at++)
            {
                if (Affixes.InfixLength(word, at) is > 0 and var length)
                {
                    AddPlain(word[start..at], pieces);
                    pieces.Add(word.Substring(at, length));
                    start = at + length;
                    at = start - 1;
                }
            }
        }

        AddPlain(word[start..], pieces);
    }

    private void AddPlain(string word, List<string> pieces)
    {
        if (specialCases.TryGetValue(word, out var parts))
        {
            pieces.AddRange(parts);
        }
        else if (word.Length > 0)
        {
            pieces.Add(word);
        }
    }

    // The point of an initial or an abbreviation at the end ends the sentence too; spaCy leaves it inside, and the voice would not pause.
    private static void PartLastPoint(List<string> pieces)
    {
        var last = pieces.FindLastIndex(piece => char.IsLetterOrDigit(piece[0]));
        if (last >= 0 && pieces[last].Length > 1 && pieces[last].EndsWith('.'))
        {
            if (pieces[last].IndexOf('.', StringComparison.Ordinal) == pieces[last].Length - 1)
            {
                pieces[last] = pieces[last][..^1];
            }

            pieces.Insert(last + 1, ".");
        }
    }

    private static void AddPronounced(List<ReadingToken> tokens, SpokenWord word)
    {
        var (start, end) = (0, word.Text.Length);
        while (start < end && Affixes.PrefixLength(word.Text.AsSpan(start..end)) > 0)
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(word.Text[end - 1]))
        {
            end--;
        }

        tokens.AddRange(word.Text[..start].Select(mark => new ReadingToken { Text = mark.ToString(), Source = word.Source }));
        tokens.Add(
            new ReadingToken
            {
                Text = end > start ? word.Text[start..end] : "x",
                Source = word.Source,
                Phonemes = word.Phonemes,
            }
        );
        tokens.AddRange(word.Text[end..].Select(mark => new ReadingToken { Text = mark.ToString(), Source = word.Source }));
    }

    private static string[] PiecesOf(JsonProperty word) => [.. word.Value.EnumerateArray().Select(piece => piece.GetString()!)];
}
