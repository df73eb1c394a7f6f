using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>Turns text into phonemes. Used by several threads at once.</summary>
internal interface IReader
{
    /// <param name="text">Any text.</param>
    /// <param name="say">Pronunciations that the author gave for some of its tokens.</param>
    ReadText Read(string text, IReadOnlyList<Pronunciation> say);
}
