using System.Collections.Frozen;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>Converts phonemes from other alphabets to the acoustic model's: ARPABET without stress.</summary>
internal static class ArpabetPhones
{
    /// <summary>Kokoro's alphabet, which the Speech package's program writes. Longer symbols first.</summary>
    private static readonly (string Sign, string Phones)[] _kokoro =
    [
        ("ɜɹ", "ER"),
        ("əɹ", "ER"),
        ("æ", "AE"),
        ("ɑ", "AA"),
        ("ɔ", "AO"),
        ("ə", "AH"),
        ("ᵊ", "AH"),
        ("ɐ", "AH"),
        ("ʌ", "AH"),
        ("ɛ", "EH"),
        ("ɜ", "ER"),
        ("ɪ", "IH"),
        ("ᵻ", "IH"),
        ("i", "IY"),
        ("ʊ", "UH"),
        ("u", "UW"),
        ("A", "EY"),
        ("I", "AY"),
        ("O", "OW"),
        ("W", "AW"),
        ("Y", "OY"),
        ("ʤ", "JH"),
        ("ʧ", "CH"),
        ("ð", "DH"),
        ("θ", "TH"),
        ("ʃ", "SH"),
        ("ʒ", "ZH"),
        ("ŋ", "NG"),
        ("ɡ", "G"),
        ("g", "G"),
        ("ɹ", "R"),
        ("j", "Y"),
        ("h", "HH"),
        ("T", "T"),
        ("b", "B"),
        ("d", "D"),
        ("f", "F"),
        ("k", "K"),
        ("l", "L"),
        ("m", "M"),
        ("n", "N"),
        ("p", "P"),
        ("s", "S"),
        ("t", "T"),
        ("v", "V"),
        ("w", "W"),
        ("z", "Z"),
    ];

    private static readonly FrozenSet<string> _all = _kokoro.Select(pair => pair.Phones).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Symbols without a sound, such as stress marks, are skipped.</summary>
    public static string FromKokoro(string phonemes)
    {
        var phones = new List<string>();
        for (var at = 0; at < phonemes.Length; )
        {
            var (sign, phone) = _kokoro.FirstOrDefault(pair => string.CompareOrdinal(phonemes, at, pair.Sign, 0, pair.Sign.Length) == 0);
            if (phone is not null)
            {
                phones.Add(phone);
            }

            at += sign?.Length ?? 1;
        }

        return string.Join(' ', phones);
    }

    /// <summary>Flite's phones are the same in small letters, with <c>ax</c> for the neutral vowel and <c>pau</c> for a pause.</summary>
    public static string FromFlite(IEnumerable<string> phones) =>
        string.Join(' ', phones.Select(phone => phone == "ax" ? "AH" : phone.ToUpperInvariant()).Where(_all.Contains));
}
