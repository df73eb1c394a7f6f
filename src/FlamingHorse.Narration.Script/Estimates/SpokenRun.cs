namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>The words of a spoken text that say one word of its caption.</summary>
/// <param name="First">Index of the first.</param>
/// <param name="Count">How many; 0 for a word that is not said.</param>
/// <param name="IsExact">Its start is known; otherwise it was shared out.</param>
internal readonly record struct SpokenRun(int First, int Count, bool IsExact);
