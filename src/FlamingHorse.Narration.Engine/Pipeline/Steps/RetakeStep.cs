using System.Runtime.CompilerServices;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Finds the takes that a retake is to replace.</summary>
internal sealed class RetakeStep(TakeFinder finder) : IRunStep
{
    /// <summary>
    /// The takes that do not count as the new one are the lock's and the one that a store has now. Where only audio is missing and a store
    /// has another take, that one is adopted.
    /// </summary>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!state.Plan.MayMake || state.Plan.Retakes.IsEmpty)
        {
            yield break;
        }

        var plan = state.Plan.Segments;
        var indices = state.Indices(index => IsMeant(state, index));
        var found = await finder.FindAsync(indices.Select(index => plan[index])).ConfigureAwait(false);
        foreach (var index in indices)
        {
            var clip = found.GetValueOrDefault(plan[index].Key);
            if (clip is not null && !plan[index].IsRetake)
            {
                state = state.With(index, SegmentTake.Of(plan[index], clip));
                continue;
            }

            var old = new HashSet<string>(StringComparer.Ordinal) { state.Takes[index]!.Take!.AudioHash };
            if (clip is not null)
            {
                old.Add(clip.Record.AudioHash);
            }

            state = state with { Replaced = state.Replaced.Add(index, old) };
        }

        yield return state;
    }

    private static bool IsMeant(RunState state, int index)
    {
        var segment = state.Plan.Segments[index];
        return segment.Recording is null
            && state.Takes[index] is { Take: not null, Source: not TakeSource.OtherShard } take
            && (segment.IsRetake || (state.Plan.Retakes.Missing && take.Source == TakeSource.AudioMissing));
    }
}
