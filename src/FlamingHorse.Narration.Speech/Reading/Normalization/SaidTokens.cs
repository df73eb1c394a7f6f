namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>Assigns the author's pronunciations to the tokens that they are for.</summary>
internal static class SaidTokens
{
    /// <summary>
    /// Phonemes by token. Where a pronunciation has as many words as tokens, each gets its own; else the first gets all, and the others
    /// are silent.
    /// </summary>
    public static IReadOnlyDictionary<int, string> From(IReadOnlyList<Pronunciation> say, int tokens)
    {
        var said = new Dictionary<int, string>();
        foreach (var pronunciation in say.Where(pronunciation => pronunciation.Phonemes.Length > 0))
        {
            var words = pronunciation.Phonemes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < pronunciation.Count && pronunciation.Token + i < tokens; i++)
            {
                said[pronunciation.Token + i] =
                    words.Length == pronunciation.Count ? words[i]
                    : i == 0 ? pronunciation.Phonemes
                    : "";
            }
        }

        return said;
    }
}
