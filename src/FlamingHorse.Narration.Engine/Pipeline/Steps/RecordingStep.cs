using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>
/// Gives segments that a person recorded their takes. That needs no backend: what was made of a recording once can be made again on any
/// machine.
/// </summary>
internal sealed class RecordingStep(RunContext context, IClipStore store) : IRunStep
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!state.Plan.IsSound || context.Request.IsDesignTime)
        {
            yield break;
        }

        var settings = context.Settings;
        var maker = new RecordingTakeMaker(settings, context.Findings, store);
        foreach (
            var index in state.Indices(index =>
                state.Plan.Segments[index].Recording is not null && state.Takes[index] is null or { Source: TakeSource.AudioMissing }
            )
        )
        {
            var (segment, before) = (state.Plan.Segments[index], state.Takes[index]);
            var recorded = segment.Recording!;
            if (recorded.IsHere && (before is not null || !settings.LockedMode || segment.IsRecordedForOtherText))
            {
                yield return state = state.With(
                    index,
                    await maker.MakeAsync(segment, recorded, before, cancellation).ConfigureAwait(false)
                );
            }
            else if (before is null && !settings.LockedMode && settings.Missing != MissingMode.Estimate)
            {
                context.Findings.Report(RecordingFindings.Missing(segment, recorded));
                yield return state = state.With(index, new(segment, TakeSource.Failed));
            }
        }

        foreach (var index in state.Indices(index => IsOfOtherText(state.Plan.Segments[index], state.Takes[index])))
        {
            context.Findings.Report(RecordingFindings.OfOtherText(state.Plan.Segments[index]));
            // The lock keeps its line, so that this is said until the file is another or its author says that the words are the same.
            yield return state = state.With(index, state.Takes[index]! with { Take = state.Plan.Segments[index].LockedBefore });
        }
    }

    private static bool IsOfOtherText(PlannedSegment segment, SegmentTake? take) =>
        segment is { IsRecordedForOtherText: true, IsRetake: false }
        && take?.Take is { } made
        && made.AudioHash == segment.LockedBefore!.AudioHash;
}
