using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Transcripts;

/// <summary>
/// Which differences are the take's fault, and which are two spellings of one sound. docs/quality.md has what it misses and what it
/// refuses.
/// </summary>
internal static class TranscriptRule
{
    private const string Unsounded = "ˈˌːʰʲ";

    /// <param name="difference">Where text and transcript differ.</param>
    /// <param name="language">Full name.</param>
    /// <param name="phonemes">How both are pronounced; null if unknown: then spelling is compared instead.</param>
    public static bool IsFault(Difference difference, string language, RunPhonemes? phonemes)
    {
        if (!NormalizationRules.For(language).ReadsNumbers && (difference.SaidWords + difference.HeardWords).Any(char.IsDigit))
        {
            return false; // nobody here knows how the number is said
        }

        if (phonemes is null)
        {
            var (said, heard) = (Letters(difference.SaidWords), Letters(difference.HeardWords));
            return EditTable.Distance(said, heard) * GateThresholds.LettersPerEdit > Math.Max(said.Length, heard.Length);
        }

        var most =
            difference.IsOnlyLost || difference.IsOnlyAdded || difference.IsAtEnd
                ? GateThresholds.MostEditsAtWorst
                : GateThresholds.MostEdits;
        return EditTable.Distance(Sounds(phonemes.Said), Sounds(phonemes.Heard)) > most;
    }

    /// <summary>
    /// The take may be right all the same: other words were heard in the place of as many sounds, none is missing and none too many.
    /// </summary>
    public static bool IsOfOtherWords(Difference difference, RunPhonemes? phonemes)
    {
        var (said, heard) = phonemes is null
            ? (Letters(difference.SaidWords), Letters(difference.HeardWords))
            : (Sounds(phonemes.Said), Sounds(phonemes.Heard));
        return !difference.IsOnlyLost && !difference.IsOnlyAdded && Math.Abs(said.Length - heard.Length) <= GateThresholds.MostEdits;
    }

    /// <summary>Those that count in a comparison.</summary>
    public static int CountSounds(string phonemes) => Sounds(phonemes).Length;

    private static string Letters(string words) => words.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Without stress, length and pauses; a flap is a t, and a weakened vowel is that vowel.</summary>
    private static string Sounds(string phonemes) =>
        string.Concat(
            phonemes
                .Where(c => char.IsLetter(c) && !Unsounded.Contains(c, StringComparison.Ordinal))
                .Select(c =>
                    c switch
                    {
                        'T' or 'ɾ' => 't',
                        'ᵊ' => 'ə',
                        'ᵻ' => 'ɪ',
                        _ => c,
                    }
                )
        );
}
