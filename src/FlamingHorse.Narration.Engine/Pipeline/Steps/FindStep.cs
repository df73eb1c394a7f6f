using System.Buffers;
using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Finds the takes that exist. An editor's run looks into the lock only.</summary>
internal sealed class FindStep(RunContext context, TakeFinder finder) : IRunStep
{
    private static readonly SearchValues<char> _plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?'\"()-"
    );

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await FindAsync(await FindLockedAsync(state).ConfigureAwait(false)).ConfigureAwait(false);
        yield return context.Request.IsDesignTime ? found : await FindUnreadAsync(found).ConfigureAwait(false);
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

    /// <summary>
    /// Reads from their records what the lock's takes leave out, so that it is reported again. Plain text leaves nothing out.
    /// </summary>
    private async Task<RunState> FindUnreadAsync(RunState state)
    {
        var plan = state.Plan.Segments;
        var doubtful = state.Indices(index =>
            state.Takes[index] is { Source: TakeSource.UpToDate or TakeSource.RemoteCache }
            && plan[index].Voice?.Voice.Backend == NeuralVoice.Backend
            && plan[index].Spoken.AsSpan().ContainsAnyExcept(_plain)
        );
        var clips = await finder.FindAsync([.. doubtful.Select(index => state.Takes[index]!.Take!.Key).Distinct()]).ConfigureAwait(false);
        return doubtful.Aggregate(state, (before, index) =>
            clips.TryGetValue(before.Takes[index]!.Take!.Key, out var clip) && clip.Record.AudioHash == before.Takes[index]!.Take!.AudioHash
                ? before.With(index, before.Takes[index]! with { Unread = clip.Record.Unread ?? [] })
                : before
        );
    }

    private async Task<RunState> FindAsync(RunState state)
    {
        var plan = state.Plan.Segments;
        // A locked build takes what the lock names and nothing else.
        var open = context.Settings.LockedMode ? [] : state.Indices(index => state.Takes[index] is null && plan[index].IsKeyed);
        var found = await finder.FindAsync(open.Select(index => plan[index])).ConfigureAwait(false);
        return open.Aggregate(state, (before, index) =>
            found.TryGetValue(plan[index].Key, out var clip) ? before.With(index, SegmentTake.Of(plan[index], clip)) : before
        );
    }
}
