namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>What was heard in a take.</summary>
/// <param name="Transcript">Empty where nothing was.</param>
/// <param name="Runs">Where it differs from the text, with the pronunciation of both; empty where nobody can read the language.</param>
internal sealed record HeardTake(string Transcript, IReadOnlyList<ReadRun> Runs);
