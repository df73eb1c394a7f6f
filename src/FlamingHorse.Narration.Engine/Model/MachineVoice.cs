namespace FlamingHorse.Narration.Engine.Model;

/// <summary>The program and voice that a machine chose for a language without a named voice.</summary>
/// <param name="Engine">The program that speaks.</param>
/// <param name="Model">Its name for the voice; empty for the one that it takes unasked.</param>
public sealed record MachineVoice(string Engine, string Model);
