namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>When a white-space token of the text is heard.</summary>
/// <param name="Word">Index of the token.</param>
/// <param name="Start">Seconds from the clip's first sample.</param>
/// <param name="End">Seconds.</param>
internal sealed record SpokenWord(int Word, double Start, double End);
