using System.IO.Enumeration;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>Which segments <c>NarrationRetake</c> asks a new take of.</summary>
internal sealed class RetakeSelection
{
    private readonly HashSet<string> _unmatched = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _patterns = [];
    private readonly bool _all;

    /// <param name="text"><c>missing</c>, <c>failed</c>, <c>all</c>, ids, or patterns in which <c>*</c> stands for anything, dots included;
    /// several with <c>;</c> between.</param>
    public RetakeSelection(string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Equals("missing", StringComparison.OrdinalIgnoreCase))
            {
                Missing = true;
            }
            else if (part.Equals("failed", StringComparison.OrdinalIgnoreCase))
            {
                Failed = true;
            }
            else if (part.Equals("all", StringComparison.OrdinalIgnoreCase))
            {
                _all = true;
            }
            else if (_unmatched.Add(part))
            {
                _patterns.Add(part);
            }
        }
    }

    /// <summary>Segments whose take the lock names and no store has.</summary>
    public bool Missing { get; }

    /// <summary>Segments whose take the last check refused.</summary>
    public bool Failed { get; }

    /// <summary>No retake is asked for.</summary>
    public bool IsEmpty => !Missing && !Failed && !_all && _patterns.Count == 0;

    /// <summary>Patterns that have matched no segment so far, in the order written.</summary>
    public IEnumerable<string> Unmatched => _patterns.Where(_unmatched.Contains);

    /// <summary>Whether the segment is named. Case does not matter, as ids are unique without it.</summary>
    public bool Names(string id) => NamesItself(id) || _all;

    /// <summary>The same, by its id or a pattern rather than as one of all.</summary>
    public bool NamesItself(string id)
    {
        var named = false;
        foreach (var pattern in _patterns)
        {
            if (Matches(pattern, id))
            {
                _unmatched.Remove(pattern);
                named = true;
            }
        }

        return named;
    }

    // To the library a question mark stands for any character and a backslash for the next one. No id holds either: only the star is ours.
    private static bool Matches(string pattern, string id) =>
        !pattern.AsSpan().ContainsAny('?', '\\') && FileSystemName.MatchesSimpleExpression(pattern, id);
}
