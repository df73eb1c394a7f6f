namespace FlamingHorse.Narration.Transcripts;

/// <summary>How the two sides of a difference are pronounced, in the neural voice's alphabet.</summary>
/// <param name="Said">The text's side; empty where words were only added.</param>
/// <param name="Heard">The transcript's side.</param>
internal sealed record RunPhonemes(string Said, string Heard);
