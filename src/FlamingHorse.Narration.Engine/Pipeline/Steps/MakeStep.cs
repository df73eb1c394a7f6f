using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Has the missing segments made, and those that are to be made again.</summary>
internal sealed class MakeStep(RunContext context, IClipStore store) : IRunStep
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!state.Plan.MayMake)
        {
            yield break;
        }

        state = state with { Wanted = Choose(state) };
        var synthesis = new SynthesisStep(context, state.Plan.Backend, state.Plan.Voices);
        var clips = state.Wanted.IsEmpty
            ? []
            : synthesis.Choose(new RequestGrouper(context.Request, state.Plan.Segments, state.Rates).Group(state.Wanted, state.Replaced));
        if (clips.Count == 0)
        {
            yield return Settlement.Settle(state, ImmutableDictionary<string, SegmentTake>.Empty);
            yield break;
        }

        var file = new ProgressFile(context.Request.IntermediateDirectory, context.Request.Clock);
        var meter = new ProgressMeter(clips.Select(clip => clip.Request), context.Request.Clock, file.Publish);
        using var sink = new SynthesisSink(clips, store, context.Findings, context.Log, meter)
        {
            RefusedTakes = new RefusedTakes(context.Request.IntermediateDirectory),
        };
        ExceptionDispatchInfo? failure = null;
        try
        {
            await synthesis.RunAsync(clips, sink, cancellation).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            failure = ExceptionDispatchInfo.Capture(error);
        }

        file.Finish();
        // Also when cancelled: what is finished is recorded.
        yield return Settlement.Settle(
            state with
            {
                WorkerStarts = state.WorkerStarts + sink.WorkerStarts,
                ModelLoads = state.ModelLoads + sink.ModelLoads,
            },
            sink.Takes
        );
        failure?.Throw();
    }

    private static ImmutableHashSet<int> Choose(RunState state) =>
        [
            .. state.Indices(index =>
                state.Takes[index] is null
                && state.Plan.Segments[index].Recording is null
                && (state.Plan.Voices.Settings.Missing == MissingMode.Synthesize || state.Plan.Segments[index].IsRetake)
            ),
            .. state.Replaced.Keys,
        ];
}
