namespace FlamingHorse.Narration.Script.Text;

/// <summary>How an author wants some words of a text to be said, in the alphabet of the voice.</summary>
/// <param name="Token">Index of the first white-space token of the spoken text.</param>
/// <param name="Count">How many tokens it stands for; at least 1.</param>
/// <param name="Phonemes">Of all these tokens, without slashes.</param>
public sealed record Pronunciation(int Token, int Count, string Phonemes);
