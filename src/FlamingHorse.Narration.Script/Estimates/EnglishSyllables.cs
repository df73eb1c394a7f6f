namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Counts the syllables of an English word from its spelling.</summary>
internal static partial class EnglishSyllables
{
    /// <param name="word">In lower case; letters and apostrophes.</param>
    public static int Count(string word)
    {
        if (IrregularSyllables.Counts.TryGetValue(word, out var known))
            return known;

        var count = 0;
        var inGroup = false;
        for (var i = 0; i < word.Length; i++)
        {
            if (!IsVowel(word, i))
            {
                inGroup = false;
            }
            else if (!inGroup || IsHiatus(word, i))
            {
                count++;
                inGroup = true;
            }
        }
        return Math.Max(1, count - SilentEndings(word) + SpokenConsonants(word));
    }

    private static bool IsVowel(string word, int at) =>
        word[at] switch
        {
            'a' or 'e' or 'i' or 'o' => true,
            // "qu" is one sound, and so is "gu" in "language", "distinguish".
            'u' => at == 0
                || (
                    word[at - 1] != 'q'
                    && !(word[at - 1] == 'g' && at > 1 && word[at - 2] == 'n' && at + 1 < word.Length && word[at + 1] is 'a' or 'i')
                ),
            'y' => at > 0 && !(at + 1 < word.Length && word[at + 1] is 'a' or 'e' or 'o' && IsPlainVowel(word[at - 1])),
            'é' or 'è' or 'ö' or 'ü' or 'ä' or 'ï' or 'á' or 'ó' or 'í' => true,
            _ => false,
        };

    private static bool IsPlainVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>Whether two vowels in a row, the second at this place, are spoken apart.</summary>
    private static bool IsHiatus(string word, int at)
    {
        var before = at > 1 ? word[at - 2] : '\0';
        var after = at + 1 < word.Length ? word[at + 1] : '\0';
        return (word[at - 1], word[at]) switch
        {
            ('i', 'a') => !(before is 't' or 'c' or 'g' && after is 'l' or 'n' or 'b') && !Has(word, at - 1, "iage"),
            ('i', 'o') => !(before is 't' or 's' or 'c' or 'g' or 'x' or 'l' or 'n' && after is 'n' or 'u'),
            ('i', 'u') => true,
            ('i', 'e') => after switch
            {
                'n' => before is not ('t' or 'c') && (Has(word, at, "ent") || Has(word, at, "enc")),
                't' => true,
                'r' => at >= 3 && at + 2 == word.Length,
                's' => at >= 3 && at + 3 == word.Length && word[at + 2] == 't',
                _ => false,
            },
            ('i', 'i') or ('y', 'i') or ('y', 'a') or ('u', 'u') => true,
            ('e', 'o') => !Has(word, at, "ople") && !(before == 'g' && after is 'u' or 'n'),
            ('e', 'a') => Has(word, at - 1, "eat") && before == 'r' && at > 2 && word[at - 3] == 'c'
                || (Has(word, at, "an") && at + 2 == word.Length && word.Length > 5),
            ('e', 'i') => Has(word, at, "ing") || Has(word, at, "ity"),
            ('e', 'u') => Has(word, at, "us") && at + 2 == word.Length || Has(word, at, "um"),
            ('u', 'a') => before != 'g',
            ('u', 'o') => true,
            ('u', 'e') => after == 'n' || (after == 't' && before != 'q'),
            ('u', 'i') => Has(word, at, "ing") || (before == 't' && after == 't'),
            ('o', 'i') => Has(word, at, "ing"),
            ('o', 'e') => before is 'c' or 'p' && after is not ('s' or '\0'),
            ('o', 'o') => Has(word, at - 1, "oord") || Has(word, at - 1, "ooper"),
            ('a', 'i') => Has(word, at, "ic"),
            ('a', 'o') => true,
            (_, 'ï' or 'ö') => true,
            _ => false,
        };
    }

    /// <summary>Syllables without a written vowel: "rhythm", "prism".</summary>
    private static int SpokenConsonants(string word)
    {
        var end = word.Length > 0 && word[word.Length - 1] == 's' ? word.Length - 1 : word.Length;
        return end > 3 && word[end - 1] == 'm' && (word[end - 2] == 's' || (word[end - 2] == 'h' && word[end - 3] == 't')) ? 1 : 0;
    }

    private static bool Has(string word, int at, string part) => at >= 0 && string.CompareOrdinal(word, at, part, 0, part.Length) == 0;
}
