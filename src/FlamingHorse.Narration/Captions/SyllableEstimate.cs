namespace FlamingHorse.Narration.Captions;

/// <summary>How long a word takes to say, in syllables, from its spelling.</summary>
internal static class SyllableEstimate
{
    private const string Vowels = "aeiouyAEIOUYäöüåøÄÖÜÅØéèêëáàâãóòôõíìîïúùûœæÉÈÊËÁÀÂÃÓÒÔÕÍÌÎÏÚÙÛŒÆ";
    private const string SpokenSymbols = "=+<>^*/√∑∫≤≥≠×÷·%";

    /// <summary>Whether a voice says anything for it.</summary>
    public static bool HasSound(string text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character) || SpokenSymbols.Contains(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Runs of vowels in Latin letters, a syllable a Han or kana character, digits as they are read out, a share for other scripts.
    /// </summary>
    public static double Of(string word)
    {
        double syllables = 0;
        var inVowels = false;
        foreach (var character in word)
        {
            var isVowel = Vowels.Contains(character);
            syllables +=
                isVowel ? (inVowels ? 0 : 1)
                : UnspacedScript.Has(character) ? 1
                : char.IsDigit(character) ? 1.3
                : char.IsLetter(character) && character > '\u024F' ? 0.45
                : SpokenSymbols.Contains(character) ? 1.5
                : 0;
            inVowels = isVowel;
        }

        return Math.Max(syllables, 0.5);
    }
}
