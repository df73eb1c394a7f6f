namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>How the written vowels of a language make syllables.</summary>
internal enum VowelRule
{
    /// <summary>Vowels in a row are one syllable.</summary>
    Groups,

    /// <summary>Each vowel is one.</summary>
    Each,

    /// <summary>In groups, but for a final e.</summary>
    French,

    /// <summary>By <see cref="EnglishSyllables"/>.</summary>
    English,
}
