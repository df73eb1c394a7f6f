namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>
/// Turns requests into clips that passed the quality gate. It decides about batches, attempts, restarts and post-processing itself.
/// </summary>
public interface ISynthesizer
{
    /// <summary>
    /// Returns when every request is done, failed or taken by somebody else.
    /// Throws <see cref="Script.Diagnostics.NarrationException"/> when the backend as a whole cannot go on (FHN2xxx).
    /// </summary>
    Task RunAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation);
}
