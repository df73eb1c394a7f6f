namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>A mark and where it falls in the clip.</summary>
/// <param name="Name">The mark's name.</param>
/// <param name="Sample">Samples from the clip's start.</param>
/// <param name="IsEstimated">Placed by interpolation over the syllables, not by word times.</param>
public sealed record ManifestCue(string Name, long Sample, bool IsEstimated);
