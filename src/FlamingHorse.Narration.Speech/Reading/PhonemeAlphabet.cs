using System.Collections.Frozen;
using FlamingHorse.Narration.Speech.Reading.Data;
using FlamingHorse.Narration.Speech.Reading.Lexicon;

namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>The characters that the voice can say, <c>vocab.json</c>.</summary>
/// <param name="signs">Sounds, stress and length marks, punctuation, the space.</param>
internal sealed class PhonemeAlphabet(IReadOnlySet<char> signs)
{
    private const string Silent = ";:,.!?—…\"()“” ˈˌ";

    public static PhonemeAlphabet Load(string path)
    {
        using var document = VoiceFile.Parse(path);
        return new PhonemeAlphabet(document.RootElement.EnumerateObject().Select(sign => sign.Name[0]).ToFrozenSet());
    }

    /// <summary>Whether the voice makes a sound of the character.</summary>
    public bool Sounds(char sign) => signs.Contains(sign) && !Silent.Contains(sign);

    /// <summary>The phonemes without what the voice cannot say; taps and glottal stops become the symbols it was trained with.</summary>
    public string Fit(string phonemes) => string.Concat(phonemes.Replace('ɾ', 'T').Replace('ʔ', 't').Where(signs.Contains));

    /// <summary>The same for a word: without punctuation too.</summary>
    public string FitWord(string phonemes) =>
        string.Concat(Fit(phonemes).Where(sign => Sounds(sign) || sign == ' ' || Phonemes.IsStress(sign))).Trim();
}
