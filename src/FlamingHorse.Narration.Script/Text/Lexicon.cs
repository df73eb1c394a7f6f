using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>How words are said. Immutable; safe to use from several threads.</summary>
/// <remarks>
/// A lexicon is a text file. <c>word = spoken</c> on a line; <c>[English]</c> begins the entries of one language, lines above any heading
/// hold for all; <c>#</c> begins a comment, at a line's start or after the spoken form. A word that itself begins with <c>#</c> or <c>[</c>
/// is written with a backslash before it.
/// Lines under <c>[math]</c> are formulas with their readings (<c>A^T = A transpose</c>); <c>[math German]</c> begins those of one language.
/// <list type="bullet">
/// <item>Whole words: <c>sin</c> is not found in <c>since</c>, but in <c>sin-1</c> and in the possessive <c>sin's</c>. An entry may have several
/// words, and may begin or end with a sign (<c>C++</c>, <c>.NET</c>, <c>%</c>).</item>
/// <item>An entry without capitals matches in any case, one with capitals as written: <c>US</c> leaves <c>us</c> alone.</item>
/// <item>At each place the longest entry wins, then the language's own over the common one, then the later file.</item>
/// <item>One pass: what was put in is not looked at again.</item>
/// </list>
/// </remarks>
public sealed class Lexicon
{
    private readonly LexiconIndex _common;
    private readonly Dictionary<string, LexiconIndex> _byLanguage;

    private Lexicon(IReadOnlyList<LexiconEntry> entries)
    {
        Entries = entries;
        _common = new LexiconIndex(entries.Where(entry => entry.Language is null));
        _byLanguage = entries
            .Where(entry => entry.Language is not null)
            .GroupBy(entry => entry.Language!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                // The language's own come last, and so win over the common ones of equal length.
                group => new LexiconIndex(entries.Where(entry => entry.Language is null).Concat(group)),
                StringComparer.OrdinalIgnoreCase
            );
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

    /// <summary>The lines under <c>[math]</c> that hold for a language (full name, any case), its own last.</summary>
    public IEnumerable<MathLine> MathLinesFor(string language) =>
        MathLines
            .Where(line => line.Language is null || line.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
            .OrderBy(line => line.Language is null ? 0 : 1);

    /// <summary>The text as it is said in a language (full name, any case). Text that changes comes back normalized.</summary>
    public string Apply(string text, string language)
    {
        if (Entries.Count == 0)
            return text;
        var index = _byLanguage.TryGetValue(language, out var own) ? own : _common;
        return index.IsEmpty ? text : index.Apply(NormalizedText.Of(text));
    }
}
