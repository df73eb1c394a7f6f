namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>A clip after post-processing and gate.</summary>
/// <param name="Clip">Ready to be stored; null when the gate refused it.</param>
/// <param name="Problems">What was measured and failed it.</param>
/// <param name="IsTooLong">It failed because the model did not stop where the text ends.</param>
internal sealed record JudgedClip(FinishedClip? Clip, IReadOnlyList<string> Problems, bool IsTooLong = false);
