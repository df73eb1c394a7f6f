using FlamingHorse.Narration.Speech.Reading.Lexicon;

namespace FlamingHorse.Narration.Speech.Reading.Tagging;

/// <summary>The shape of a word, as the tagger was trained to see it.</summary>
internal static class WordShape
{
    private const int Longest = 4;

    public static string Of(string word)
    {
        if (LetterCase.IsAllLetters(word))
        {
            return LetterCase.IsLower(word) ? "x"
                : LetterCase.IsUpper(word) ? (word.Length == 1 ? "X1" : "XX")
                : LetterCase.IsCapitalized(word) ? "Xx"
                : "xX";
        }

        return word.All(char.IsDigit) ? "d" : string.Concat(word.Take(Longest).Select(ShapeOf));
    }

    private static char ShapeOf(char sign) =>
        char.IsLetter(sign) ? 'x'
        : char.IsDigit(sign) ? 'd'
        : sign;
}
