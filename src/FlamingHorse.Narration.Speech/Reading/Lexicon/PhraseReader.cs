using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Reads the tokens of a sentence from right to left, because the sound of small words depends on what follows.</summary>
/// <param name="lexicon">Knows most words.</param>
/// <param name="guess">The phonemes of a word that the lexicon doesn't know; empty when it has none.</param>
internal sealed class PhraseReader(EnglishLexicon lexicon, Func<string, string> guess)
{
    /// <summary>The words with their phonemes set; what has none has no reading.</summary>
    public IReadOnlyList<WordGroup> Read(IReadOnlyList<ReadingToken> tokens)
    {
        var groups = WordGrouping.Group(tokens);
        var context = new WordContext(null, false);
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            context = groups[i].Tokens.Count == 1 ? ReadWord(groups[i].Tokens[0], context) : ReadCompound(groups[i].Tokens, context);
        }

        return groups;
    }

    private WordContext ReadWord(ReadingToken token, WordContext context)
    {
        token.Phonemes ??= lexicon.Read(token.Text, token.Tag, token.OpensWord, context) ?? guess(token.Text);
        return context.Before(token.Phonemes, token.Text, token.Tag);
    }

    // The longest run that ends here and is known is read as one; then what stands before it.
    private WordContext ReadCompound(List<ReadingToken> tokens, WordContext context)
    {
        var (left, right) = (0, tokens.Count);
        while (left < right)
        {
            var run = tokens[left..right];
            var text = string.Concat(run.Select(token => token.Text));
            var tag = TagOf(run);
            var known = run.All(token => token.Phonemes is null) ? lexicon.Read(text, tag, run[0].OpensWord, context) : null;
            if (known is not null)
            {
                run.ForEach(token => token.Phonemes = "");
                tokens[left].Phonemes = known;
                context = context.Before(known, text, tag);
                (left, right) = (0, left);
                continue;
            }

            if (left + 1 < right)
            {
                left++;
                continue;
            }

            right--;
            left = 0;
            if (tokens[right].Phonemes is null)
            {
                if (!Punctuation.IsSilent(tokens[right]))
                {
                    return GuessWhole(tokens, context);
                }

                tokens[right].Phonemes = "";
            }
        }

        CompoundStress.Settle(tokens);
        return context;
    }

    private WordContext GuessWhole(List<ReadingToken> tokens, WordContext context)
    {
        var text = string.Concat(tokens.Select(token => token.Text));
        tokens.ForEach(token => token.Phonemes = "");
        tokens[0].Phonemes = guess(text);
        return context;
    }

    // The tag of the part with the most letters, capitals counting twice.
    private static string TagOf(List<ReadingToken> run) =>
        run.MaxBy(token => token.Text.Sum(sign => char.ToLowerInvariant(sign) == sign ? 1 : 2))!.Tag;
}
