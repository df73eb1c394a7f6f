using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>A run in which text and transcript differ.</summary>
/// <param name="Difference">Where, and which words.</param>
/// <param name="Phonemes">How both are pronounced; null if they cannot be read.</param>
internal sealed record ReadRun(Difference Difference, RunPhonemes? Phonemes);
