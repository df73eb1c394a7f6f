namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>A part of a text.</summary>
/// <param name="Text">Normalized.</param>
/// <param name="FirstToken">Index of its first white-space token in the whole text.</param>
/// <param name="Pause">Silence between its end and the next part, or that lengthens the clip's tail.</param>
/// <param name="Estimate">Predicted length of its own clip.</param>
public sealed record SpokenPart(string Text, int FirstToken, TimeSpan Pause, TimeSpan Estimate);
