namespace FlamingHorse.Narration.Script.Text;

/// <summary>
/// The English names of the letters in the alphabet of voices that take phonemes, stressed. A reader left to itself takes a single
/// <c>A</c> for the article, and weakens <c>Y</c> to "by" without its stress.
/// </summary>
internal static class LetterNames
{
    private static readonly string[] _names =
    [
        "ˈA",
        "bˈi",
        "sˈi",
        "dˈi",
        "ˈi",
        "ˈɛf",
        "ʤˈi",
        "ˈAʧ",
        "ˈI",
        "ʤˈA",
        "kˈA",
        "ˈɛl",
        "ˈɛm",
        "ˈɛn",
        "ˈO",
        "pˈi",
        "kjˈu",
        "ˈɑɹ",
        "ˈɛs",
        "tˈi",
        "jˈu",
        "vˈi",
        "dˈʌbᵊlju",
        "ˈɛks",
        "wˈI",
        "zˈi",
    ];

    /// <summary>The name of a letter, without regard to case; null if it is not a letter from A to Z.</summary>
    public static string? Find(string letter) =>
        letter.Length == 1 && (letter[0] | ' ') is >= 'a' and <= 'z' ? _names[(letter[0] | ' ') - 'a'] : null;
}
