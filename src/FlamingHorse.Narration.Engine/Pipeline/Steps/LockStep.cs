using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Records the takes in the lock.</summary>
internal static class LockStep
{
    /// <summary>Changes nothing when the run ended before it had looked for every segment.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while another build holds the lock file.</exception>
    public static LockResult Run(RunState state, FindingLog findings, CancellationToken cancellation)
    {
        var (plan, session) = (state.Plan, state.Plan.Lock);
        if (!plan.MayWriteLock || !state.IsLookedThrough)
        {
            return new(IsChanged: false, session.Final, Drift: null);
        }

        try
        {
            return session.Update(
                [.. state.Takes.Select((take, index) => take ?? new SegmentTake(plan.Segments[index], TakeSource.Failed))],
                cancellation
            );
        }
        catch (NarrationException error)
        {
            findings.Report(error.Finding);
            return new(IsChanged: false, session.Final, Drift: null);
        }
    }
}
