using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Plan → stores → backend → stores → lock → manifest.</summary>
public sealed class NarrationPipeline
{
    /// <summary>
    /// Runs to the end or to cancellation; what is finished by then is in the stores and in the lock. Findings do not throw. The outcome is
    /// to be disposed when its audio has been copied.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; finished clips are kept.</exception>
#pragma warning disable CA1822 // an instance, so that a caller can be given another
    public Task<NarrationOutcome> RunAsync(NarrationRequest request, INarrationLog log, CancellationToken cancellation)
#pragma warning restore CA1822
    {
        var findings = new FindingLog(log, request.IsDesignTime);
        var session = LockSession.Read(request, findings.Report);
        var decided = request with { Settings = BackendChoice.Decide(request.Settings, session.Pinned.Values) };
        return new NarrationRun(new(decided, log, findings), session).RunAsync(cancellation);
    }
}
