namespace FlamingHorse.Narration.Transcripts;

/// <summary>One step through text and transcript side by side.</summary>
/// <param name="Kind">What the two words are to each other.</param>
/// <param name="Said">Of the text; null where a word was added.</param>
/// <param name="Heard">Of the transcript; null where a word was lost.</param>
internal readonly record struct AlignmentStep(StepKind Kind, SpokenToken? Said, SpokenToken? Heard);
