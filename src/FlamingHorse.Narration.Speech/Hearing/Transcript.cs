namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>What was heard in a sound.</summary>
/// <param name="Text">Empty if nothing was heard.</param>
/// <param name="Words">One for each white-space token of the text; empty if the model gives no times.</param>
internal sealed record Transcript(string Text, IReadOnlyList<TimedWord> Words);
