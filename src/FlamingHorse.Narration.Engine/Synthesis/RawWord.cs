namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>When a word is said in a clip as the engine made it.</summary>
/// <param name="Token">Index of the white-space token of the text.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
internal readonly record struct RawWord(int Token, double Start, double End);
