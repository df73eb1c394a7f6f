using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>The pronunciation of a run in which text and transcript differ.</summary>
/// <param name="Text">The run's white-space tokens in the text.</param>
/// <param name="Heard">The run's white-space tokens in the transcript.</param>
/// <param name="Phonemes">The phonemes of both.</param>
internal sealed record HeardRun(TokenRange Text, TokenRange Heard, RunPhonemes Phonemes);
