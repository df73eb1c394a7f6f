namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>What follows a word; a text is read from right to left to know it.</summary>
/// <param name="VowelFollows">Whether the next sound is a vowel; null at the end of a phrase.</param>
/// <param name="ToFollows">Whether the next word is <c>to</c>.</param>
internal readonly record struct WordContext(bool? VowelFollows, bool ToFollows)
{
    public bool EndsPhrase => VowelFollows is null;

    /// <summary>The context of the word before one with these phonemes.</summary>
    public WordContext Before(string? phonemes, string text, string tag)
    {
        var toFollows = text is "to" or "To" || (text is "TO" && tag is "TO" or "IN");
        foreach (var sign in phonemes ?? "")
        {
            if (Phonemes.IsPhraseMark(sign))
            {
                return new WordContext(null, toFollows);
            }

            if (Phonemes.IsVowel(sign) || Phonemes.IsConsonant(sign))
            {
                return new WordContext(Phonemes.IsVowel(sign), toFollows);
            }
        }

        return this with
        {
            ToFollows = toFollows,
        };
    }
}
