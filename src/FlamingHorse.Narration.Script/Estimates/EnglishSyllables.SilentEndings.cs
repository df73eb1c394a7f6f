namespace FlamingHorse.Narration.Script.Estimates;

/// <content>The e that is written and not spoken.</content>
internal static partial class EnglishSyllables
{
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
}
