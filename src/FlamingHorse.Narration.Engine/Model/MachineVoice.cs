namespace FlamingHorse.Narration.Engine.Model;

/// <summary>What a machine chose to speak a language with, because nobody named a voice for it.</summary>
/// <param name="Engine">The program that speaks.</param>
/// <param name="Model">Its name for the voice; empty for the one that it takes unasked.</param>
public sealed record MachineVoice(string Engine, string Model);
