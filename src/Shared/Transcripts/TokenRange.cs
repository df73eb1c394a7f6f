namespace FlamingHorse.Narration.Transcripts;

/// <summary>Some white-space tokens of a text, by index.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct TokenRange(int Start, int End);
