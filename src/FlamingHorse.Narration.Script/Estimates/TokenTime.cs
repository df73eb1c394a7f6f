namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>When a token is said.</summary>
/// <param name="Start">In steps of 10 ms from the start of the clip.</param>
/// <param name="End">Likewise.</param>
/// <param name="IsSounding">It has a sound.</param>
internal readonly record struct TokenTime(int Start, int End, bool IsSounding);
