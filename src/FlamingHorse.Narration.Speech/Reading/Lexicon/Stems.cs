namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Reads inflected words from stems that the lexicon knows.</summary>
/// <param name="lexicon">Knows the stems.</param>
internal sealed class Stems(EnglishLexicon lexicon)
{
    private const string Doubling = "bcdgklmnprstvxz";

    /// <summary>The phonemes of a word in -s, -ed or -ing; null when no known stem is left.</summary>
    public string? Read(string word, string tag, double? stress, WordContext context)
    {
        if (StemBeforeS(word) is { } plural && LookUp(plural, tag, stress, context) is { } noun)
        {
            return Inflection.AddS(noun);
        }

        if (StemBeforeEd(word) is { } past && LookUp(past, tag, stress, context) is { } verb)
        {
            return Inflection.AddEd(verb);
        }

        return StemBeforeIng(word) is { } going && LookUp(going, tag, stress ?? 0.5, context) is { } stem ? Inflection.AddIng(stem) : null;
    }

    private string? LookUp(string stem, string tag, double? stress, WordContext context) =>
        lexicon.LookUp(stem, tag, stress, context) is { Length: > 0 } phonemes ? phonemes : null;

    private string? StemBeforeS(string word)
    {
        if (word.Length < 3 || !word.EndsWith('s'))
        {
            return null;
        }

        if (!Ends(word, "ss") && lexicon.IsKnown(word[..^1]))
        {
            return word[..^1];
        }

        var es = word.Length > 4 && Ends(word, "es");
        if ((Ends(word, "'s") || (es && !Ends(word, "ies"))) && lexicon.IsKnown(word[..^2]))
        {
            return word[..^2];
        }

        return word.Length > 4 && Ends(word, "ies") && lexicon.IsKnown(word[..^3] + "y") ? word[..^3] + "y" : null;
    }

    private string? StemBeforeEd(string word)
    {
        if (word.Length < 4 || !word.EndsWith('d'))
        {
            return null;
        }

        if (!Ends(word, "dd") && lexicon.IsKnown(word[..^1]))
        {
            return word[..^1];
        }

        return word.Length > 4 && Ends(word, "ed") && !Ends(word, "eed") && lexicon.IsKnown(word[..^2]) ? word[..^2] : null;
    }

    private string? StemBeforeIng(string word)
    {
        if (word.Length < 5 || !Ends(word, "ing"))
        {
            return null;
        }

        if (word.Length > 5 && lexicon.IsKnown(word[..^3]))
        {
            return word[..^3];
        }

        if (lexicon.IsKnown(word[..^3] + "e"))
        {
            return word[..^3] + "e";
        }

        var doubled = word.Length > 5 && ((word[^4] == word[^5] && Doubling.Contains(word[^4])) || Ends(word, "cking"));
        return doubled && lexicon.IsKnown(word[..^4]) ? word[..^4] : null;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
