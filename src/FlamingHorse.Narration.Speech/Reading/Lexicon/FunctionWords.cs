namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Function words whose sound depends on their part of speech or on the next word.</summary>
/// <param name="gold">The lexicon that holds their full forms.</param>
internal sealed class FunctionWords(PhonemeTable gold)
{
    /// <summary>The phonemes of the word; null when it is not one of them, or is spelled.</summary>
    public string? Read(string word, string tag, double? stress, WordContext context) =>
        word switch
        {
            "a" or "A" => tag == "DT" ? "ɐ" : "ˈA",
            "am" or "Am" or "AM" when !PartOfSpeech.IsNoun(tag) => context.EndsPhrase || word != "am" || stress > 0 ? Full("am") : "ɐm",
            "an" or "An" => "ɐn",
            "AN" when !PartOfSpeech.IsNoun(tag) => "ɐn",
            "I" when tag == "PRP" => "ˌI",
            "by" or "By" or "BY" when PartOfSpeech.FamilyOf(tag) == "ADV" => "bˈI",
            "to" or "To" => ReadTo(context),
            "TO" when tag is "TO" or "IN" => ReadTo(context),
            "in" or "In" => ReadIn(tag, context),
            "IN" when tag != "NNP" => ReadIn(tag, context),
            "the" or "The" => context.VowelFollows == true ? "ði" : "ðə",
            "THE" when tag == "DT" => context.VowelFollows == true ? "ði" : "ðə",
            "used" or "Used" or "USED" => gold.Find("used")?.For(tag is "VBD" or "JJ" && context.ToFollows ? "VBD" : null, false),
            _ => null,
        };

    /// <summary>Whether the word, tagged so, is spelled.</summary>
    public static bool IsSpelled(string word, string tag) => word is "am" or "Am" or "AM" or "AN" && PartOfSpeech.IsNoun(tag);

    private string? ReadTo(WordContext context) =>
        context.VowelFollows switch
        {
            null => Full("to"),
            true => "tʊ",
            false => "tə",
        };

    private static string ReadIn(string tag, WordContext context) => context.EndsPhrase || tag != "IN" ? "ˈɪn" : "ɪn";

    private string? Full(string word) => gold.Find(word)?.Default;
}
