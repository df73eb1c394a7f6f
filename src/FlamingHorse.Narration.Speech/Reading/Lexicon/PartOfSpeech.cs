namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>The families that the lexicon groups Penn Treebank tags into.</summary>
internal static class PartOfSpeech
{
    /// <summary><c>VERB</c>, <c>NOUN</c>, <c>ADV</c> or <c>ADJ</c>; another tag is its own family.</summary>
    public static string FamilyOf(string tag) =>
        tag switch
        {
            ['V', 'B', ..] => "VERB",
            ['N', 'N', ..] => "NOUN",
            ['R', 'B', ..] => "ADV",
            ['J', 'J', ..] => "ADJ",
            _ => tag,
        };

    public static bool IsNoun(string? tag) => tag is ['N', 'N', ..];
}
