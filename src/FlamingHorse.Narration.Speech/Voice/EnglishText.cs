using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>English as a voice reads it.</summary>
internal sealed class EnglishText(EnglishReader reader) : IReader
{
    /// <param name="voiceFolder">Holds lexicons, tagger and the network for unknown words.</param>
    public static IReader Load(string voiceFolder) => new EnglishText(EnglishReader.Load(voiceFolder));

    public ReadText Read(string text, IReadOnlyList<Pronunciation> say) => reader.Read(text, say);
}
