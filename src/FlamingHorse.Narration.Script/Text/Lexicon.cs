using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>How words are said. Immutable; safe to use from several threads.</summary>
/// <remarks>
/// A lexicon is a text file. <c>word = spoken</c> on a line; <c>[English]</c> begins the entries of one language, lines above any heading
/// hold for all; <c>#</c> begins a comment, at a line's start or after the spoken form. A word that itself begins with <c>#</c> or <c>[</c>
/// is written with a backslash before it.
/// Lines under <c>[math]</c> are formulas with their readings (<c>A^T = A transpose</c>); <c>[math German]</c> begins those of one
/// language.
/// <list type="bullet">
/// <item>Whole words: <c>sin</c> is not found in <c>since</c>, but in <c>sin-1</c> and in the possessive <c>sin's</c>. An entry may have
/// several words, and may begin or end with a sign (<c>C++</c>, <c>.NET</c>, <c>%</c>).</item>
/// <item>An entry without capitals matches in any case, one with capitals as written: <c>US</c> leaves <c>us</c> alone.</item>
/// <item>At each place the longest entry wins, then the language's own over the common one, then the later file.</item>
/// <item>One pass: what was put in is not looked at again.</item>
/// <item>A right side between slashes (<c>Cauchy = /kˈOʃi/</c>) is a pronunciation for a voice that takes phonemes: the word stays in the
/// text. For other voices the same word may have a second line in words.</item>
/// </list>
/// </remarks>
public sealed class Lexicon
{
    private readonly LexiconLayer _words;
    private readonly LexiconLayer _wordsBesidePhonemes;
    private readonly LexiconLayer _phonemes;
    private readonly LexiconLayer _onlyPhonemes;

    private Lexicon(IReadOnlyList<LexiconEntry> entries)
    {
        Entries = entries;
        var languages = entries.Select(entry => entry.Language).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        _words = new LexiconLayer(languages, language => Choose(language, isPhonemes: false));
        _phonemes = new LexiconLayer(languages, language => Choose(language, isPhonemes: true));
        _wordsBesidePhonemes = new LexiconLayer(languages, language => Without(language, isPhonemes: false));
        _onlyPhonemes = new LexiconLayer(languages, language => Without(language, isPhonemes: true));
    }

    private Lexicon(Lexicon lexicon)
    {
        (Entries, MathLines) = (lexicon.Entries, lexicon.MathLines);
        (_phonemes, _onlyPhonemes) = (lexicon._phonemes, lexicon._onlyPhonemes);
        _words = _wordsBesidePhonemes = lexicon._wordsBesidePhonemes;
    }

    /// <summary>The lines under <c>[math]</c>, in the order of the files.</summary>
    public IReadOnlyList<MathLine> MathLines { get; private init; } = [];

    /// <summary>Changes nothing.</summary>
    public static Lexicon Empty { get; } = new([]);

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<LexiconEntry> Entries { get; }

    /// <summary>Reads a lexicon; lines that cannot be read become findings (FHN1017) and are left out.</summary>
    public static Lexicon Parse(string content, string file, ICollection<Finding> findings)
    {
        var reader = new LexiconReader(file, findings);
        var entries = reader.Read(content);
        return entries.Count + reader.MathLines.Count == 0 ? Empty : new Lexicon(entries) { MathLines = reader.MathLines };
    }

    /// <summary>One lexicon of several; where they disagree, the later wins.</summary>
    public static Lexicon Combine(IEnumerable<Lexicon> lexicons)
    {
        var all = lexicons.ToList();
        var entries = all.SelectMany(lexicon => lexicon.Entries).ToList();
        var lines = all.SelectMany(lexicon => lexicon.MathLines).ToList();
        return entries.Count + lines.Count == 0 ? Empty : new Lexicon(entries) { MathLines = lines };
    }

    /// <summary>The lines under <c>[math]</c> that apply to a language (full name, any case), its own last.</summary>
    public IEnumerable<MathLine> MathLinesFor(string language) =>
        MathLines
            .Where(line => line.Language is null || line.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
            .OrderBy(line => line.Language is null ? 0 : 1);

    /// <summary>The text as it is said in a language (full name, any case). Text that changes comes back normalized.</summary>
    public string Apply(string text, string language)
    {
        var index = _words.Of(language);
        return index.IsEmpty ? text : index.Apply(NormalizedText.Of(text));
    }

    /// <summary>The same for a voice that takes phonemes: a word that has a line of these stays in the text as it is.</summary>
    public Lexicon ForPhonemes() => new(this);

    /// <summary>Where a text has the author's phonemes.</summary>
    /// <param name="spoken">Normalized, and already through <see cref="Apply"/> of <see cref="ForPhonemes"/>.</param>
    /// <param name="language">Full name, any case.</param>
    public IReadOnlyList<Pronunciation> FindPronunciations(string spoken, string language)
    {
        var index = _phonemes.Of(language);
        return index.IsEmpty ? [] : [.. PronouncedWords.Of(spoken, index.FindAll(spoken))];
    }

    /// <summary>The first word of a text that has a line of phonemes and none in words; null when there is none.</summary>
    /// <param name="spoken">Normalized, and already through <see cref="Apply"/>.</param>
    /// <param name="language">Full name, any case.</param>
    public LexiconEntry? FindOnlyPhonemes(string spoken, string language)
    {
        var index = _onlyPhonemes.Of(language);
        return index.IsEmpty ? null : index.FindAll(spoken).Select(found => found.Entry).FirstOrDefault();
    }

    /// <summary>Of one kind, those of all languages first: the language's own come last, and so win over them.</summary>
    private IEnumerable<LexiconEntry> Choose(string? language, bool isPhonemes) =>
        Entries
            .Where(entry => entry.IsPhonemes == isPhonemes)
            .Where(entry => entry.Language is null || entry.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Language is null ? 0 : 1);

    /// <summary>Of one kind, without the words that have a line of the other.</summary>
    private IEnumerable<LexiconEntry> Without(string? language, bool isPhonemes)
    {
        var other = new HashSet<string>(Choose(language, !isPhonemes).Select(entry => entry.Word), StringComparer.Ordinal);
        return Choose(language, isPhonemes).Where(entry => !other.Contains(entry.Word));
    }
}
