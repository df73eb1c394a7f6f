using System.Runtime.CompilerServices;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Finds the takes that exist. An editor's run looks into the lock only.</summary>
internal sealed class FindStep(RunContext context, TakeFinder finder) : IRunStep
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await FindAsync(await FindLockedAsync(state).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<RunState> FindLockedAsync(RunState state)
    {
        var plan = state.Plan.Segments;
        SegmentTake?[] takes = context.Request.IsDesignTime
            ? [.. plan.Select(segment => segment.Locked is { } locked ? new SegmentTake(segment, TakeSource.UpToDate, locked) : null)]
            : await finder.FindLockedAsync(plan).ConfigureAwait(false);
        foreach (var finding in LockedLengths.Check(context, state.Plan, takes))
        {
            context.Findings.Report(finding);
        }

        return state with
        {
            Takes = [.. takes.Select((take, i) => plan[i].IsOtherShard ? new(plan[i], TakeSource.OtherShard, plan[i].Locked) : take)],
        };
    }

    private async Task<RunState> FindAsync(RunState state)
    {
        var plan = state.Plan.Segments;
        // A locked build takes what the lock names and nothing else.
        var open = context.Settings.LockedMode ? [] : state.Indices(index => state.Takes[index] is null && plan[index].IsKeyed);
        var found = await finder.FindAsync([.. open.Select(index => plan[index].Key).Distinct()]).ConfigureAwait(false);
        return open.Aggregate(state, (before, index) =>
            found.TryGetValue(plan[index].Key, out var clip) ? before.With(index, SegmentTake.Of(plan[index], clip)) : before
        );
    }
}
