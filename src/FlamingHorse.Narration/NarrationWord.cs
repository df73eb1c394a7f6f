namespace FlamingHorse.Narration;

/// <summary>A word of what the voice was given, and when it is said.</summary>
/// <param name="Text">A white-space token of <see cref="NarrationSegment.SpokenText"/>, with its punctuation.</param>
/// <param name="Start">When it begins, from the start of the clip.</param>
/// <param name="End">When it has ended; equal to <paramref name="Start"/> for a token without a sound.</param>
/// <param name="IsEstimated">Placed by interpolation over the syllables rather than measured.</param>
public readonly record struct NarrationWord(string Text, TimeSpan Start, TimeSpan End, bool IsEstimated)
{
    /// <summary>The author set a pause before it.</summary>
    internal bool IsAfterPause { get; init; }
}
