using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>The entries that apply to one language, by their first character.</summary>
internal sealed class LexiconIndex
{
    private readonly Dictionary<char, Candidate[]> _byFirst;

    /// <param name="entries">Of two with the same word, the later wins.</param>
    public LexiconIndex(IEnumerable<LexiconEntry> entries)
    {
        var byWord = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
            byWord[entry.Word] = entry;

        // At equal length an entry with capitals is the more exact one.
        _byFirst = byWord
            .Values.Select(entry => new Candidate(entry, HasCapital(entry.Word)))
            .GroupBy(candidate => Fold(candidate.Entry.Word[0]))
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .OrderByDescending(candidate => candidate.Entry.Word.Length)
                        .ThenByDescending(candidate => candidate.IsExact)
                        .ToArray()
            );
    }

    public bool IsEmpty => _byFirst.Count == 0;

    public static bool HasCapital(string word)
    {
        foreach (var c in word)
        {
            if (char.IsUpper(c))
                return true;
        }
        return false;
    }

    /// <param name="text">Normalized.</param>
    public string Apply(string text)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var at = 0; at < text.Length; )
        {
            if (Find(text, at) is not { } entry)
            {
                at++;
                continue;
            }

            result ??= new StringBuilder(text.Length + 32);
            result.Append(text, copied, at - copied);
            // "x=y" with "= = equals" must not become "xequalsy".
            if (result.Length > 0 && WordBoundary.Glues(result[result.Length - 1], entry.Spoken[0]))
                result.Append(' ');
            result.Append(entry.Spoken);
            at += entry.Word.Length;
            copied = at;
            if (at < text.Length && WordBoundary.Glues(entry.Spoken[entry.Spoken.Length - 1], text[at]))
                result.Append(' ');
        }
        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Every place where an entry matches, from left to right; none is inside another.</summary>
    /// <param name="text">Normalized.</param>
    public IEnumerable<(int At, LexiconEntry Entry)> FindAll(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var entry = Find(text, at);
            if (entry is not null)
                yield return (at, entry);
            at += entry?.Word.Length ?? 1;
        }
    }

    private LexiconEntry? Find(string text, int at)
    {
        // Most places are inside a word, where nothing can begin.
        if (!WordBoundary.StartsWord(text, at) || !_byFirst.TryGetValue(Fold(text[at]), out var candidates))
            return null;
        foreach (var candidate in candidates)
        {
            if (Matches(text, at, candidate) && WordBoundary.EndsWord(text, at + candidate.Entry.Word.Length))
                return candidate.Entry;
        }
        return null;
    }

    private static bool Matches(string text, int at, Candidate candidate)
    {
        var word = candidate.Entry.Word;
        if (word.Length > text.Length - at)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            var c = text[at + i];
            if (c != word[i] && (candidate.IsExact || Fold(c) != word[i]))
                return false;
        }
        return true;
    }

    private static char Fold(char c) => char.ToLowerInvariant(c);

    /// <param name="Entry">What to look for.</param>
    /// <param name="IsExact">It has a capital, and so must be found as written.</param>
    private sealed record Candidate(LexiconEntry Entry, bool IsExact);
}
