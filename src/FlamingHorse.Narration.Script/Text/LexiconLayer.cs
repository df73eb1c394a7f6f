namespace FlamingHorse.Narration.Script.Text;

/// <summary>The entries of one kind, for each language that has some of its own and for all others.</summary>
internal sealed class LexiconLayer
{
    private readonly LexiconIndex _common;
    private readonly Dictionary<string, LexiconIndex> _byLanguage;

    /// <param name="languages">All that have a heading.</param>
    /// <param name="choose">The entries that apply to a language, the language's own last; null stands for all others.</param>
    public LexiconLayer(IEnumerable<string> languages, Func<string?, IEnumerable<LexiconEntry>> choose)
    {
        _common = new LexiconIndex(choose(null));
        _byLanguage = languages.ToDictionary(
            language => language,
            language => new LexiconIndex(choose(language)),
            StringComparer.OrdinalIgnoreCase
        );
    }

    public LexiconIndex Of(string language) => _byLanguage.TryGetValue(language, out var own) ? own : _common;
}
