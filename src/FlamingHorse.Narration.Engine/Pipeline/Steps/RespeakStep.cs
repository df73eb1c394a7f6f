using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>
/// Has takes spoken again that the lock names and no store has, where the voice gives the same lengths on every machine: a clone has its
/// audio without a shared store. What fails here stays missing, and is told as such.
/// </summary>
internal sealed class RespeakStep(RunContext context, IClipStore store) : IRunStep
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lost = state.Plan is { MayMake: true, Backend.IsReproducible: true } ? state.Indices(index => IsLost(state, index)) : [];
        if (lost.IsEmpty)
        {
            yield break;
        }

        var plan = state.Plan.Segments;
        var takes = lost.DistinctBy(index => plan[index].Key).ToDictionary(index => plan[index].Key, index => plan[index].Locked!);
        IReadOnlyList<PendingClip> clips =
        [
            .. new RequestGrouper(context.Request, plan, state.Rates)
                .Group(lost, new Dictionary<int, IReadOnlySet<string>>())
                .Select(clip => clip with { Request = clip.Request with { Seed = takes[clip.Request.Key].Seed } }),
        ];
        // Nobody asked for these: a machine that cannot speak them is as well off as before.
        var findings = new FindingLog(context.Log, isSilent: true);
        var file = new ProgressFile(context.Request.IntermediateDirectory, context.Request.Clock);
        var meter = new ProgressMeter(clips.Select(clip => clip.Request), context.Request.Clock, file.Publish);
        using var sink = new SynthesisSink(clips, new RespeakingStore(store, takes), findings, context.Log, meter);
        await new SynthesisStep(context with { Findings = findings }, state.Plan.Backend, state.Plan.Voices)
            .RunAsync(clips, sink, cancellation)
            .ConfigureAwait(false);
        file.Finish();
        yield return lost.Aggregate(state, (before, index) => Settle(before, index, sink.Takes.GetValueOrDefault(plan[index].Id))) with
        {
            WorkerStarts = state.WorkerStarts + sink.WorkerStarts,
            ModelLoads = state.ModelLoads + sink.ModelLoads,
        };
    }

    private static bool IsLost(RunState state, int index) =>
        state.Takes[index] is { Source: TakeSource.AudioMissing }
        && state.Plan.Segments[index]
            is { Locked.Seed: not null, IsRetake: false, Recording: null, Voice: { IsKeyed: true, Problem: null } };

    /// <summary>The lock's line stays, whichever of the two it is.</summary>
    private static RunState Settle(RunState state, int index, SegmentTake? spoken)
    {
        var locked = state.Takes[index]!.Take!;
        return spoken is { Take: { } take, Path: { } path } && IsSame(take, locked)
            ? state.With(
                index,
                spoken with
                {
                    Source =
                        take.AudioHash != locked.AudioHash ? TakeSource.StandIn
                        : spoken.Source == TakeSource.Synthesized ? TakeSource.Synthesized
                        : TakeSource.UpToDate,
                    Take = locked,
                    Path = path,
                }
            )
            : state;
    }

    /// <summary>Processors round sound differently, never lengths and words.</summary>
    internal static bool IsSame(Model.TakeFacts spoken, LockedSegment locked) =>
        spoken.AudioHash == locked.AudioHash
        || (
            (spoken.SampleCount, spoken.SampleRate) == (locked.SampleCount, locked.SampleRate)
            && spoken.Words is { } words
            && locked.Words is { } known
            && words.SequenceEqual(known)
        );
}
