namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>A word that was heard.</summary>
/// <param name="Text">With its punctuation.</param>
/// <param name="End">Seconds from the first sample.</param>
internal sealed record TimedWord(string Text, double End);
