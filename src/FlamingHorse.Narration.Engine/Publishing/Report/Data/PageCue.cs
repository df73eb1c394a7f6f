namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>A cue in a segment.</summary>
/// <param name="Name">The mark's name.</param>
/// <param name="Offset">Characters of the caption before it.</param>
/// <param name="At">Seconds from the clip's start.</param>
/// <param name="IsEstimated">Placed over the syllables, not by word times.</param>
public sealed record PageCue(string Name, int Offset, double At, bool IsEstimated);
