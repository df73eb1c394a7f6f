namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Changes of a word's stress, in misaki's steps from −2 (none) to 2 (primary).</summary>
internal static class Stress
{
    /// <summary>The phonemes with the stress that a step asks for; null asks for none.</summary>
    public static string Apply(string phonemes, double? step)
    {
        if (step is not { } stress)
        {
            return phonemes;
        }

        var primary = phonemes.Contains(Phonemes.PrimaryStress);
        var secondary = phonemes.Contains(Phonemes.SecondaryStress);
        if (stress < -1)
        {
            return Remove(Remove(phonemes, Phonemes.PrimaryStress), Phonemes.SecondaryStress);
        }

        if (stress is -1 || (stress is 0 or -0.5 && primary))
        {
            return Remove(phonemes, Phonemes.SecondaryStress).Replace(Phonemes.PrimaryStress, Phonemes.SecondaryStress);
        }

        if (stress >= 0 && !primary && !secondary)
        {
            return Add(phonemes, stress > 1 ? Phonemes.PrimaryStress : Phonemes.SecondaryStress);
        }

        return stress >= 1 && !primary && secondary ? phonemes.Replace(Phonemes.SecondaryStress, Phonemes.PrimaryStress) : phonemes;
    }

    // A mark stands before its vowel.
    private static string Add(string phonemes, char mark)
    {
        var vowel = 0;
        while (vowel < phonemes.Length && !Phonemes.IsVowel(phonemes[vowel]))
        {
            vowel++;
        }

        return vowel == phonemes.Length ? phonemes : phonemes.Insert(vowel, mark.ToString());
    }

    private static string Remove(string phonemes, char mark) => phonemes.Replace(mark.ToString(), "", StringComparison.Ordinal);
}
