using FlamingHorse.Narration.Script.Mathematics.Reading;

namespace FlamingHorse.Narration.Script.Mathematics.Vocabularies;

/// <summary>
/// The endings of a language that has cases: behind a preposition an article and the adjectives behind it change ("von der Betrag" is "von
/// dem Betrag"). From the lines of a table that begin with <c>case.</c>; a language without them says words as they are.
/// </summary>
internal sealed class Inflection
{
    private readonly HashSet<string> _dativePrepositions;
    private readonly HashSet<string> _accusativePrepositions;
    private readonly Dictionary<string, string> _dative;
    private readonly Dictionary<string, string> _accusative;
    private readonly HashSet<string> _adjectives;

    public Inflection(Func<string, string> lineOf)
    {
        _dativePrepositions = [.. Words(lineOf("case.prepositions.dative"))];
        _accusativePrepositions = [.. Words(lineOf("case.prepositions.accusative"))];
        _dative = Pairs(lineOf("case.dative"));
        _accusative = Pairs(lineOf("case.accusative"));
        _adjectives = [.. Words(lineOf("case.adjectives"))];
    }

    /// <summary>The pieces with their endings.</summary>
    public IReadOnlyList<Piece> Apply(IReadOnlyList<Piece> pieces)
    {
        if (_dativePrepositions.Count == 0)
            return pieces;
        var result = pieces.ToList();
        for (var i = 1; i < result.Count; i++)
        {
            var before = result[i - 1];
            var articles =
                before.IsLetter || result[i].IsLetter ? null
                : _dativePrepositions.Contains(before.Text) ? _dative
                : _accusativePrepositions.Contains(before.Text) ? _accusative
                : null;
            if (articles is null || !articles.TryGetValue(result[i].Text, out var article))
                continue;
            result[i] = result[i] with { Text = article };
            for (var at = i + 1; at < result.Count && _adjectives.Contains(result[at].Text); at++)
                result[at] = result[at] with { Text = result[at].Text + "n" };
        }
        return result;
    }

    private static string[] Words(string line) => line.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Pairs(string line)
    {
        var words = Words(line);
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < words.Length; i += 2)
            pairs.Add(words[i], words[i + 1]);
        return pairs;
    }
}
