namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Small words that a voice does not stress: articles, prepositions, pronouns, auxiliaries.</summary>
internal static class LightWords
{
    private static readonly HashSet<string> English = new(StringComparer.Ordinal)
    {
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "is",
        "it",
        "its",
        "are",
        "was",
        "be",
        "as",
        "and",
        "or",
        "but",
        "that",
        "this",
        "for",
        "from",
        "with",
        "if",
        "so",
        "than",
        "then",
        "you",
        "we",
        "us",
        "he",
        "she",
        "i",
        "do",
        "does",
        "can",
        "has",
        "have",
        "had",
        "will",
        "not",
        "there",
        "their",
        "them",
        "they",
        "into",
        "no",
        "were",
        "your",
        "our",
        "his",
        "her",
        "these",
        "it's",
        "that's",
    };

    /// <param name="word">In lower case.</param>
    /// <param name="language">Beside English a word is light when it is short, and scripts without spaces have no words.</param>
    public static bool Has(string word, SpokenLanguage language) =>
        language.Vowels == VowelRule.English ? English.Contains(word) || word[0] >= 0x2E80 : word.Length <= 3 || word[0] >= 0x0E00;
}
