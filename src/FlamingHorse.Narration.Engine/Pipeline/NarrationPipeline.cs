namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Plan → stores → backend → stores → lock → manifest.</summary>
public sealed class NarrationPipeline
{
    /// <summary>Runs to the end or to cancellation; what is finished by then is in the stores and in the lock. Findings do not throw.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; finished clips are kept.</exception>
    public Task<NarrationOutcome> RunAsync(NarrationRequest request, INarrationLog log, CancellationToken cancellation) => throw new NotSupportedException();
}
