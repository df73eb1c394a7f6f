namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>What was heard in a take.</summary>
/// <param name="Transcript">Empty if nothing was heard.</param>
/// <param name="Runs">Where it differs from the text, with both pronunciations; empty if the language cannot be read.</param>
internal sealed record HeardTake(string Transcript, IReadOnlyList<ReadRun> Runs);
