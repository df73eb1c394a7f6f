using FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>Puts numbers with their units, dates, abbreviations and symbols of a text into words; plain words pass through.</summary>
internal sealed class TextNormalizer
{
    private readonly CharacterCleaner _cleaner;
    private readonly IReadOnlyList<IReadingRule> _rules;

    private TextNormalizer(WordTables tables, Func<char, bool> knowsLetter)
    {
        var units = new UnitNames(tables);
        _cleaner = new CharacterCleaner(tables, knowsLetter);
        _rules =
        [
            new LinkRule(),
            new AbbreviationRule(tables),
            new RomanNumeralRule(tables),
            new TimeRule(),
            new DateRule(tables),
            new CurrencyRule(tables),
            new RangeRule(tables),
            new FractionRule(),
            new UnitRule(units),
            new NumberRule(),
            new BracketRule(),
            new SymbolRule(tables),
        ];
    }

    /// <param name="path">The voice's <c>normalize.json</c>.</param>
    /// <param name="knowsLetter">Whether a word of such letters can be read.</param>
    public static TextNormalizer Load(string path, Func<char, bool> knowsLetter) => new(WordTables.Load(path), knowsLetter);

    /// <summary>The words of the text, and the parts that cannot be read.</summary>
    public NormalizedText Normalize(string text, IReadOnlyList<Pronunciation> say)
    {
        var unread = new List<UnreadToken>();
        var drafts = Draft(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), say, unread);
        for (var at = 0; at < drafts.Count; at++)
        {
            if (drafts[at].Phonemes is not null)
            {
                continue;
            }

            foreach (var rule in _rules)
            {
                rule.Apply(drafts, at);
            }
        }

        return new NormalizedText([.. drafts.SelectMany(draft => draft.ToWords())], unread);
    }

    private List<TokenDraft> Draft(string[] tokens, IReadOnlyList<Pronunciation> say, List<UnreadToken> unread)
    {
        var spoken = SaidTokens.From(say, tokens.Length);
        var drafts = new List<TokenDraft>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var isSaid = spoken.TryGetValue(i, out var phonemes);
            var (text, unreadText) = _cleaner.Clean(tokens[i]);
            if (isSaid)
            {
                drafts.Add(new TokenDraft(i, text.Length > 0 ? text : "x", phonemes));
                continue;
            }

            if (unreadText.Length > 0)
            {
                unread.Add(new UnreadToken(i, unreadText));
            }

            drafts.Add(new TokenDraft(i, text, null));
        }

        return drafts;
    }
}
