using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Splits a token into the parts that are looked up: at changes of case, between letters and digits, at symbols.</summary>
internal static partial class Subtokens
{
    /// <summary>The parts in order; a plain word is its own only part.</summary>
    public static IReadOnlyList<string> Split(string token) =>
        LetterCase.IsAllLetters(token) && (LetterCase.IsUpper(token) || LetterCase.IsLower(token.AsSpan(1)))
            ? [token]
            : [.. Parts().Matches(token).Select(part => part.Value)];

    // The expression is misaki's.
    [GeneratedRegex(
        """^['‘’]+|\p{Lu}(?=\p{Lu}\p{Ll})|(?:^-)?(?:\d?[,.]?\d)+|[-_]+|['‘’]{2,}|\p{L}*?(?:['‘’]\p{L})*?\p{Ll}(?=\p{Lu})|"""
            + """\p{L}+(?:['‘’]\p{L})*|[^-_\p{L}'‘’\d]|['‘’]+$""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();
}
