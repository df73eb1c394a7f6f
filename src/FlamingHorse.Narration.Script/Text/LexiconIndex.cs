using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>The entries that hold for one language, by their first character.</summary>
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
            if (result.Length > 0 && Glues(result[result.Length - 1], entry.Spoken[0]))
                result.Append(' ');
            result.Append(entry.Spoken);
            at += entry.Word.Length;
            copied = at;
            if (at < text.Length && Glues(entry.Spoken[entry.Spoken.Length - 1], text[at]))
                result.Append(' ');
        }
        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Every place where an entry stands, from left to right; none lies inside another.</summary>
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
        if (!StartsWord(text, at) || !_byFirst.TryGetValue(Fold(text[at]), out var candidates))
            return null;
        foreach (var candidate in candidates)
        {
            if (Matches(text, at, candidate) && EndsWord(text, at + candidate.Entry.Word.Length))
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

    private static bool StartsWord(string text, int at) => at == 0 || !JoinsWords(text[at]) || !JoinsWords(text[at - 1]);

    private static bool EndsWord(string text, int end)
    {
        if (end == text.Length)
            return true;
        var next = text[end];
        // A combining mark belongs to the character before it, whatever that is.
        if (IsMark(next))
            return false;
        if (!JoinsWords(text[end - 1]))
            return true;
        if (next is '\'' or '’')
            return !IsWordCharacter(text, end + 1) || (text[end + 1] is 's' or 'S' && !IsWordCharacter(text, end + 2));
        return !JoinsWords(next);
    }

    private static bool IsWordCharacter(string text, int at) => at < text.Length && JoinsWords(text[at]);

    private static bool Glues(char left, char right) => JoinsWords(left) && JoinsWords(right);

    /// <summary>Whether a character is part of the word beside it. Scripts written without spaces have no words in this sense.</summary>
    private static bool JoinsWords(char c) =>
        c < 0x80
            ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
            : (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c)) && !IsWrittenWithoutSpaces(c);

    private static bool IsMark(char c) =>
        c >= 0x300
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>Thai, Lao, Myanmar, Khmer, kana and Han.</summary>
    private static bool IsWrittenWithoutSpaces(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');

    private static char Fold(char c) => char.ToLowerInvariant(c);

    /// <param name="Entry">What to look for.</param>
    /// <param name="IsExact">It has a capital, and so must be found as written.</param>
    private sealed record Candidate(LexiconEntry Entry, bool IsExact);
}
