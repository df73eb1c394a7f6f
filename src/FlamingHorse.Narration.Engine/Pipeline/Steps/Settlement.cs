namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Puts the takes that were made into the run's state.</summary>
internal static class Settlement
{
    /// <summary>A take that could not be replaced stays, and counts as failed.</summary>
    /// <param name="state">As it was before; its <see cref="RunState.Wanted"/> are settled.</param>
    /// <param name="made">By the ids of the segments.</param>
    public static RunState Settle(RunState state, IReadOnlyDictionary<string, SegmentTake> made) =>
        state.Wanted.Aggregate(state, (settled, index) =>
            settled.With(index, Choose(state.Takes[index], made.GetValueOrDefault(state.Plan.Segments[index].Id)))
        );

    private static SegmentTake? Choose(SegmentTake? before, SegmentTake? after) =>
        before is not null && after is null or { Source: TakeSource.Failed }
            ? before with
            {
                Source = TakeSource.Failed,
                Attempts = after?.Attempts ?? 0,
                RefusedTake = after?.RefusedTake,
            }
            : after;
}
