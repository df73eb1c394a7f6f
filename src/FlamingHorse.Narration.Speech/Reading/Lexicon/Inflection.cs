namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>The sounds of the American endings -s, -ed and -ing after a stem.</summary>
internal static class Inflection
{
    // After these a t before a vowel becomes a tap, as in "waited".
    private const string TapsAfter = "AIOWYiuæɑəɛɪɹʊʌ";

    public static string AddS(string stem) =>
        stem[^1] switch
        {
            'p' or 't' or 'k' or 'f' or 'θ' => stem + "s",
            's' or 'z' or 'ʃ' or 'ʒ' or 'ʧ' or 'ʤ' => stem + "ᵻz",
            _ => stem + "z",
        };

    public static string AddEd(string stem) =>
        stem[^1] switch
        {
            'p' or 'k' or 'f' or 'θ' or 'ʃ' or 's' or 'ʧ' => stem + "t",
            'd' => stem + "ᵻd",
            't' when stem.Length < 2 => stem + "ɪd",
            't' when TapsAfter.Contains(stem[^2]) => stem[..^1] + "ɾᵻd",
            't' => stem + "ᵻd",
            _ => stem + "d",
        };

    public static string AddIng(string stem) =>
        stem.Length > 1 && stem[^1] == 't' && TapsAfter.Contains(stem[^2]) ? stem[..^1] + "ɾɪŋ" : stem + "ɪŋ";
}
