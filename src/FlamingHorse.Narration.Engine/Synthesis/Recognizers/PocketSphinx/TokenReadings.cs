using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>The ways in which a voice may say a white-space token, each a row of words; the sound decides between them.</summary>
/// <param name="Token">Its index in the text.</param>
/// <param name="Ways">At least one, none of them empty.</param>
internal sealed record TokenReadings(int Token, IReadOnlyList<IReadOnlyList<string>> Ways)
{
    private const string English = "English";
    private const int LongestAcronym = 6;

    /// <summary>Of each token that has a sound.</summary>
    public static IReadOnlyList<TokenReadings> Of(string text)
    {
        var inContext = SpokenForm.Of(text, English).ToLookup(word => word.Token, word => word.Form);
        return
        [
            .. SpokenForm
                .Tokens(text)
                .Select((token, index) => new TokenReadings(index, WaysOf(token, [.. inContext[index]])))
                .Where(token => token.Ways.Count > 0),
        ];
    }

    private static List<IReadOnlyList<string>> WaysOf(string token, IReadOnlyList<string> inContext)
    {
        IReadOnlyList<string> alone = [.. SpokenForm.Of(token, English).Select(word => word.Form)];
        var letters = token.Where(char.IsLetterOrDigit).ToArray();
        IEnumerable<IReadOnlyList<string>> ways =
        [
            Written(token),
            alone,
            inContext,
            WithAnd(alone),
            letters.All(char.IsAsciiDigit) ? InPairs(new string(letters)) : [],
            letters.Length <= LongestAcronym && letters.Count(char.IsAsciiLetterUpper) > 1
                ? [.. letters.SelectMany(letter => SpokenForm.Of(letter.ToString(), English)).Select(word => word.Form)]
                : [],
        ];
        return [.. ways.Where(way => way.Count > 0).DistinctBy(way => string.Join(' ', way))];
    }

    /// <summary>As dictionaries spell it: <c>don't</c> is a word there, <c>dont</c> is not.</summary>
    private static IReadOnlyList<string> Written(string token)
    {
        var word = token.Replace('’', '\'').ToLowerInvariant().Trim([.. token.Where(c => !char.IsLetter(c))]);
        return word.Contains('\'', StringComparison.Ordinal) && word.All(c => c is '\'' || char.IsAsciiLetterLower(c)) ? [word] : [];
    }

    private static IReadOnlyList<string> WithAnd(IReadOnlyList<string> words)
    {
        var at = words.ToList().IndexOf("hundred");
        return at >= 0 && at + 1 < words.Count ? [.. words.Take(at + 1), "and", .. words.Skip(at + 1)] : [];
    }

    /// <summary>A year: 1984 is nineteen eighty-four.</summary>
    private static IReadOnlyList<string> InPairs(string digits) =>
        digits.Length == 4 && digits[0] != '0' && digits[2..] is not "00"
            ?
            [
                .. EnglishNumber.Cardinal(digits[..2]),
                .. digits[2] == '0' ? ["oh"] : Array.Empty<string>(),
                .. EnglishNumber.Cardinal(digits[2..]),
            ]
            : [];
}
