namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>What was heard in a sound.</summary>
/// <param name="Text">Empty where nothing was.</param>
/// <param name="Words">One for each white-space token of the text; empty where the model's times are unknown.</param>
internal sealed record Transcript(string Text, IReadOnlyList<TimedWord> Words);
