using System.Text;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Transcripts;

/// <summary>
/// What a text says, however it is written: "3 × 4" and "three times four" are the same words. The page's audit compares by the same
/// rules, and one list of pairs holds both to them.
/// </summary>
internal static partial class SpokenForm
{
    /// <param name="text">Any text.</param>
    /// <param name="language">Its language's full name.</param>
    public static IReadOnlyList<SpokenToken> Of(string text, string language)
    {
        var rules = NormalizationRules.For(language);
        var words = new List<SpokenToken>();
        foreach (var (token, index) in Tokens(text).Select((token, index) => (token, index)))
        {
            words.AddRange(WordsOf(token, rules).Select(word => new SpokenToken(word, index)));
        }

        return Settle(words, rules);
    }

    /// <summary>The white-space tokens of a text.</summary>
    public static string[] Tokens(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> WordsOf(string token, NormalizationRules rules)
    {
        var plain = Replace(token.ToLowerInvariant(), rules.Compatibility).Normalize(NormalizationForm.FormKC);
        plain = Replace(plain, rules.Rewrites);
        if (rules.ReadsNumbers)
        {
            plain = OrdinalNumber().Replace(plain, match => $" {string.Join(' ', EnglishNumber.Ordinal(match.Groups["digits"].Value))} ");
            plain = Number().Replace(plain, match => $" {string.Join(' ', EnglishNumber.Cardinal(match.Value))} ");
        }

        plain = Apostrophe().Replace(plain, "");
        return Tokens(Marks().Replace(plain, " ")).SelectMany(Separate).SelectMany(word => Tokens(Spell(word, rules)));
    }

    private static string Replace(string text, IReadOnlyList<(Regex Pattern, string By)> rules) =>
        rules.Aggregate(text, (rewritten, rule) => rule.Pattern.Replace(rewritten, rule.By));

    private static string Spell(string word, NormalizationRules rules) =>
        rules.Words.TryGetValue(word, out var other) ? other : Replace(word, rules.Spelling);

    /// <summary>A character of Chinese, Japanese or Thai is a word.</summary>
    private static IEnumerable<string> Separate(string word) => Sign().IsMatch(word) ? word.Select(sign => sign.ToString()) : [word];

    /// <summary>What depends on the word before or after.</summary>
    private static List<SpokenToken> Settle(List<SpokenToken> words, NormalizationRules rules)
    {
        var settled = new List<SpokenToken>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var (word, before) = (words[i], settled.Count > 0 ? settled[^1].Form : "");
            var after = i + 1 < words.Count ? words[i + 1].Form : "";
            if (Lists(rules.Silent, word.Form, before) || Lists(rules.SilentBefore, word.Form, after))
            {
                continue;
            }

            var form =
                Lists(rules.Leading, word.Form, after) ? "one"
                : rules.Units.TryGetValue(word.Form, out var unit) && EnglishNumber.IsNumber(before) ? unit
                : word.Form;
            settled.Add(word with { Form = form });
        }

        return settled;
    }

    private static bool Lists(IReadOnlyDictionary<string, IReadOnlySet<string>> rule, string word, string neighbour) =>
        rule.TryGetValue(word, out var neighbours) && neighbours.Contains(neighbour);

    [GeneratedRegex(@"(?<![0-9])(?<digits>[0-9]{1,15})(?:st|nd|rd|th)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalNumber();

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\p{L})['’](?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
