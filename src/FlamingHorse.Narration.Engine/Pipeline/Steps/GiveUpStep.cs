using FlamingHorse.Narration.Engine.Configuration;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Decides what becomes of segments without a take, and reports why, unless that was reported when they were tried.</summary>
internal static class GiveUpStep
{
    /// <summary>In the state that it returns, no take is open.</summary>
    public static RunState Run(RunState state, RunContext context) =>
        state
            .Indices(index => state.Takes[index] is null)
            .Aggregate(state, (before, index) => before.With(index, new(state.Plan.Segments[index], GiveUp(state, index, context))));

    private static TakeSource GiveUp(RunState state, int index, RunContext context)
    {
        var (segment, isTried) = (state.Plan.Segments[index], state.Wanted.Contains(index));
        if (
            context.Request.IsDesignTime
            || (state.Plan.MayMake && context.Request.IsCheck)
            || (state.Plan.MayMake && !isTried && context.Settings.Missing == MissingMode.Estimate)
        )
        {
            return TakeSource.Estimated;
        }

        if (state.Plan.IsSound && !isTried)
        {
            context.Findings.Report(
                context.Settings.LockedMode
                    ? new TakeChecks(context.Request, state.Plan.Lock.Content).NotLocked(segment)
                    : TakeChecks.NotSynthesized(segment)
            );
        }

        return TakeSource.Failed;
    }
}
