namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Counts the syllables of an English word from its spelling.</summary>
internal static class EnglishSyllables
{
    // What the rules get wrong and lessons say often.
    private static readonly Dictionary<string, int> Irregular = new(StringComparer.Ordinal)
    {
        ["area"] = 3,
        ["areas"] = 3,
        ["axes"] = 2,
        ["being"] = 2,
        ["business"] = 2,
        ["every"] = 2,
        ["everything"] = 3,
        ["everyone"] = 3,
        ["eye"] = 1,
        ["eyes"] = 1,
        ["idea"] = 3,
        ["ideas"] = 3,
        ["linear"] = 3,
        ["nonlinear"] = 4,
        ["nuclear"] = 3,
        ["ocean"] = 2,
        ["people"] = 2,
        ["poem"] = 2,
        ["quiet"] = 2,
        ["science"] = 2,
        ["someone"] = 2,
        ["something"] = 2,
        ["sometimes"] = 2,
        ["somewhere"] = 2,
        ["therefore"] = 2,
        ["whole"] = 1,
        ["reuse"] = 2,
        ["recipe"] = 3,
        ["hyperbole"] = 4,
        ["one's"] = 1,
        ["does"] = 1,
        ["goes"] = 1,
        ["once"] = 1,
        ["create"] = 2,
        ["created"] = 3,
        ["creates"] = 2,
        ["ideal"] = 3,
        ["ideals"] = 3,
        ["real"] = 1,
        ["really"] = 2,
        ["evenly"] = 3,
        ["different"] = 3,
        ["general"] = 3,
        ["several"] = 3,
        ["simultaneously"] = 6,
        ["therein"] = 2,
        ["seeing"] = 2,
        ["agreeing"] = 3,
        ["doesn't"] = 2,
        ["isn't"] = 2,
        ["wasn't"] = 2,
        ["didn't"] = 2,
        ["couldn't"] = 2,
        ["wouldn't"] = 2,
        ["shouldn't"] = 2,
        ["hasn't"] = 2,
        ["hadn't"] = 2,
        ["haven't"] = 2,
        ["it'll"] = 2,
        ["that'll"] = 2,
        ["matrices"] = 3,
        ["vertices"] = 3,
        ["isosceles"] = 4,
        ["archimedes"] = 4,
        ["descartes"] = 2,
        ["fourier"] = 3,
        ["bayes"] = 1,
        ["lebesgue"] = 2,
        ["lagrange"] = 2,
        ["poincaré"] = 3,
        ["laplace"] = 2,
        ["euler"] = 2,
        ["cauchy"] = 2,
        ["galois"] = 2,
        ["noether"] = 2,
        ["ideally"] = 4,
        ["coincidence"] = 4,
        ["coincide"] = 3,
        ["coincides"] = 3,
        ["gaussian"] = 3,
        ["theorem"] = 3,
        ["theorems"] = 3,
        ["element"] = 3,
        ["elements"] = 3,
        ["fluid"] = 2,
        ["linearly"] = 4,
        ["likelihood"] = 3,
        ["wavelength"] = 2,
        ["safety"] = 2,
        ["uniqueness"] = 3,
        ["circumference"] = 4,
    };

    private static readonly string[] SilentBefore =
    [
        "ment",
        "ments",
        "ly",
        "ful",
        "fully",
        "less",
        "ness",
        "times",
        "where",
        "wise",
        "work",
        "works",
        "line",
        "lines",
        "by",
    ];

    /// <param name="word">In lower case; letters and apostrophes.</param>
    public static int Count(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
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

    /// <summary>Vowels that are written and not spoken: "large", "changes", "moved", "statement".</summary>
    private static int SilentEndings(string word)
    {
        var end = word.Length > 2 && word[word.Length - 2] == '\'' && word[word.Length - 1] == 's' ? word.Length - 2 : word.Length;
        var silent = 0;
        foreach (var suffix in SilentBefore)
        {
            var e = end - suffix.Length - 1;
            if (
                e > 1
                && word[e] == 'e'
                && word[e + 1] == suffix[0]
                && Has(word, e + 1, suffix)
                && !IsPlainVowel(word[e - 1])
                && IsPlainVowel(word[e - 2])
            )
            {
                silent = 1;
                break;
            }
        }

        if (end < 3)
            return silent;
        if (word[end - 1] == 'e')
            return silent + (IsSilent(word, end - 1) ? 1 : 0);
        if (word[end - 2] != 'e' || end < 4)
            return silent;
        var before = word[end - 3];
        if (word[end - 1] == 'd')
            return silent + (before is not ('t' or 'd') && IsSilent(word, end - 2) ? 1 : 0);
        if (word[end - 1] == 's')
        {
            var isSpoken = before is 's' or 'x' or 'z' or 'c' or 'g' || (before == 'h' && word[end - 4] is 'c' or 's');
            return silent + (!isSpoken && IsSilent(word, end - 2) ? 1 : 0);
        }
        return silent;
    }

    /// <summary>A final e: silent after a consonant, but not in "angle" and "centre".</summary>
    private static bool IsSilent(string word, int at)
    {
        if (IsVowel(word, at - 1))
            return false;
        var isSyllabic = word[at - 1] is 'l' or 'r' && at > 1 && !IsVowel(word, at - 2) && word[at - 2] is not ('r' or 'l');
        return !isSyllabic;
    }

    /// <summary>Syllables without a written vowel: "rhythm", "prism".</summary>
    private static int SpokenConsonants(string word)
    {
        var end = word.Length > 0 && word[word.Length - 1] == 's' ? word.Length - 1 : word.Length;
        return end > 3 && word[end - 1] == 'm' && (word[end - 2] == 's' || (word[end - 2] == 'h' && word[end - 3] == 't')) ? 1 : 0;
    }

    private static bool Has(string word, int at, string part) => at >= 0 && string.CompareOrdinal(word, at, part, 0, part.Length) == 0;
}
