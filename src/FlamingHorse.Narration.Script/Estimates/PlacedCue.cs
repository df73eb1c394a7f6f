namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>A mark and where it falls in the clip.</summary>
/// <param name="Name">The mark's name.</param>
/// <param name="Sample">From the clip's start.</param>
/// <param name="IsEstimated">Placed by interpolation.</param>
public readonly record struct PlacedCue(string Name, long Sample, bool IsEstimated);
