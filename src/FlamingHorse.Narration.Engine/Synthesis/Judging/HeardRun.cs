using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>The pronunciation of a run in which text and transcript differ.</summary>
/// <param name="Text">Its white-space tokens of the text.</param>
/// <param name="Heard">Its white-space tokens of the transcript.</param>
/// <param name="Phonemes">Of both.</param>
internal sealed record HeardRun(TokenRange Text, TokenRange Heard, RunPhonemes Phonemes);
