namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>A lexicon's entry for a word.</summary>
/// <param name="Default">The phonemes where no tag decides; null for a word that is spelled.</param>
/// <param name="ByTag">
/// The phonemes by tag, by family of tags (<c>VERB</c>) or for <c>None</c> (at the end of a phrase); null where one reading serves.
/// </param>
internal sealed record LexiconEntry(string? Default, IReadOnlyDictionary<string, string?>? ByTag)
{
    /// <summary>The phonemes for a tag.</summary>
    public string? For(string? tag, bool endsPhrase)
    {
        if (ByTag is null)
        {
            return Default;
        }

        if (endsPhrase && ByTag.TryGetValue("None", out var atEnd))
        {
            return atEnd;
        }

        return tag is not null && (ByTag.TryGetValue(tag, out var phonemes) || ByTag.TryGetValue(PartOfSpeech.FamilyOf(tag), out phonemes))
            ? phonemes
            : Default;
    }
}
