using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Parts the words of what is written without spaces, or leaves a compound one main stress.</summary>
internal static class CompoundStress
{
    private const string Joiners = "',-._‘’/";

    public static void Settle(IReadOnlyList<ReadingToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i].Phonemes ??=
                i == tokens.Count - 1 && Phonemes.PhraseMarks.Contains(tokens[i].Text, StringComparison.Ordinal) ? tokens[i].Text : "";
        }

        if (IsSeveralWords(tokens))
        {
            foreach (var token in tokens.Skip(1))
            {
                token.SpaceBefore = true;
            }

            return;
        }

        var sounding = tokens.Where(token => token.Phonemes!.Length > 0).ToList();
        if (sounding.Count == 2 && sounding[0].Text.Length == 1)
        {
            Weaken(sounding[1]);
        }
        else if (sounding.Count >= 2 && sounding.Count(HasPrimary) > (sounding.Count + 1) / 2)
        {
            // The lighter half, those without a main stress first.
            foreach (
                var token in sounding.OrderBy(HasPrimary).ThenBy(token => Phonemes.Weigh(token.Phonemes!)).Take(sounding.Count / 2).ToList()
            )
            {
                Weaken(token);
            }
        }
    }

    // Letters with digits or signs, and what a slash joins, are heard as words of their own.
    private static bool IsSeveralWords(IReadOnlyList<ReadingToken> tokens)
    {
        var kinds = 0;
        foreach (var sign in tokens.SelectMany(token => token.Text))
        {
            if (sign is ' ' or '/')
            {
                return true;
            }

            if (!Joiners.Contains(sign))
            {
                kinds |=
                    char.IsLetter(sign) ? 1
                    : char.IsAsciiDigit(sign) ? 2
                    : 4;
            }
        }

        return kinds is not (0 or 1 or 2 or 4);
    }

    private static bool HasPrimary(ReadingToken token) => token.Phonemes!.Contains(Phonemes.PrimaryStress);

    private static void Weaken(ReadingToken token) => token.Phonemes = Stress.Apply(token.Phonemes!, -0.5);
}
