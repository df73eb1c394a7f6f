namespace FlamingHorse.Narration.Generator.Models;

/// <summary>One cue of a segment.</summary>
/// <param name="Name">The mark's name.</param>
/// <param name="Sample">Samples from the clip's start.</param>
/// <param name="IsEstimated">Placed by interpolation.</param>
internal sealed record CueCode(string Name, long Sample, bool IsEstimated);
