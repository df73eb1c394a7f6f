using FlamingHorse.Narration.Engine.Configuration;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Decides what segments without a take are in the end, and says why, unless that was said when they were tried.</summary>
internal static class GiveUpStep
{
    /// <summary>No take is open in what it returns.</summary>
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
