namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>How an author wants some words of a text to be said.</summary>
/// <param name="Token">Index of the first white-space token of the text.</param>
/// <param name="Count">How many tokens it stands for; at least 1.</param>
/// <param name="Phonemes">In the voice's alphabet (<c>vocab.json</c>).</param>
internal sealed record Pronunciation(int Token, int Count, string Phonemes);
