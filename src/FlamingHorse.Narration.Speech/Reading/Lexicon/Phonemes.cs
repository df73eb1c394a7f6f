namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Classes of the characters that stand for sounds.</summary>
internal static class Phonemes
{
    public const char PrimaryStress = 'ˈ';
    public const char SecondaryStress = 'ˌ';
    private const string Vowels = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ";
    private const string Consonants = "bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθ";
    private const string Diphthongs = "AIOQWYʤʧ";

    /// <summary>Marks that end a phrase, without quotation marks.</summary>
    public const string PhraseMarks = ";:,.!?—…";

    public static bool IsVowel(char sign) => Vowels.Contains(sign);

    public static bool IsConsonant(char sign) => Consonants.Contains(sign);

    public static bool IsPhraseMark(char sign) => PhraseMarks.Contains(sign);

    public static bool IsStress(char sign) => sign is PrimaryStress or SecondaryStress;

    /// <summary>How heavy a word is, to choose which part of a compound loses its stress: long sounds count twice.</summary>
    public static int Weigh(string phonemes) => phonemes.Sum(sign => Diphthongs.Contains(sign) ? 2 : 1);
}
