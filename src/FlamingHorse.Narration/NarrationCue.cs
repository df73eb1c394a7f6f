namespace FlamingHorse.Narration;

/// <summary>A named moment in speech, set by <c>&lt;mark name='row'/&gt;</c> in the text.</summary>
/// <param name="Name">The mark's name.</param>
/// <param name="At">
/// When it falls: from the start of the clip for a segment's cue, from the start of the timeline for the cue of an entry.
/// </param>
/// <param name="IsEstimated">Placed by interpolation over the syllables rather than by measured word times.</param>
public readonly record struct NarrationCue(string Name, TimeSpan At, bool IsEstimated);
