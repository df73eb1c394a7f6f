using System.Text;
using FlamingHorse.Narration.Speech.Reading.Lexicon;

namespace FlamingHorse.Narration.Speech.Reading.Pieces;

/// <summary>Joins the words of a sentence to what the voice says in one run, and notes where each token of the text stands in it.</summary>
/// <param name="alphabet">What the voice can say.</param>
internal sealed class PieceBuilder(PhonemeAlphabet alphabet)
{
    /// <summary>The pieces of a sentence: one, or several where it is long; none where nothing in it sounds.</summary>
    public IEnumerable<Piece> Build(IReadOnlyList<WordGroup> groups)
    {
        var phonemes = new StringBuilder();
        var words = new List<WordSpan>();
        foreach (var group in groups)
        {
            AddWord(phonemes, words, alphabet.Fit(group.JoinPhonemes()), group.Source);
            if (group.SpaceAfter && phonemes.Length > 0 && phonemes[^1] != ' ')
            {
                phonemes.Append(' ');
            }
        }

        return words.Count == 0 ? [] : LongPieces.Split(new Piece(phonemes.ToString().TrimEnd(), words));
    }

    private void AddWord(StringBuilder phonemes, List<WordSpan> words, string word, int source)
    {
        var (start, end) = (0, word.Length);
        while (start < end && !IsPartOfWord(word[start]))
        {
            start++;
        }

        while (end > start && !IsPartOfWord(word[end - 1]))
        {
            end--;
        }

        var at = phonemes.Length;
        phonemes.Append(word);
        if (!word.Any(alphabet.Sounds))
        {
            return;
        }

        if (words.Count > 0 && words[^1].Word == source)
        {
            words[^1] = words[^1] with { End = at + end };
        }
        else
        {
            words.Add(new WordSpan(source, at + start, at + end));
        }
    }

    private bool IsPartOfWord(char sign) => Phonemes.IsStress(sign) || alphabet.Sounds(sign);
}
