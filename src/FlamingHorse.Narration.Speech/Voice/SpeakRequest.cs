using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>What decides the samples of a clip, beside the voice.</summary>
/// <param name="Text">Any text.</param>
/// <param name="Say">Pronunciations that the author gave.</param>
/// <param name="Speed">0.5 to 2; 1 is the voice's own.</param>
/// <param name="Seed">Of the noise; null leaves it out.</param>
internal sealed record SpeakRequest(string Text, IReadOnlyList<Pronunciation> Say, double Speed, ulong? Seed);
