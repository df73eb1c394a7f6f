using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>
/// Puts takes that the last build refused, and that a person found good, into the cache, so that they are not spoken again. The other
/// refused takes are deleted.
/// </summary>
internal sealed class AdoptStep(RunContext context, IClipStore store) : IRunStep
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!state.Plan.MayMake)
        {
            yield break;
        }

        var refused = new RefusedTakes(context.Request.IntermediateDirectory);
        var accepted = new RetakeSelection(context.Settings.Accept);
        foreach (var index in accepted.IsEmpty ? [] : state.Indices(index => state.Takes[index] is null))
        {
            var segment = state.Plan.Segments[index];
            if (segment.IsKeyed && accepted.Names(segment.Id) && refused.Find(segment.Key) is var (record, wav))
            {
                var stored = await store.AddAsync(Accept(record), wav, CancellationToken.None).ConfigureAwait(false);
                yield return state = state.With(index, SegmentTake.Of(segment, stored));
            }
        }

        refused.Clear();
    }

    /// <summary>Puts the person's verdict before those of the recognizers in the record.</summary>
    private static ClipRecord Accept(ClipRecord record) =>
        record.Checks?.FirstOrDefault(check => check.Transcript is not null) is { } heard
            ? record with
            {
                Checks = [new TakeCheck(TakeOutcome.Accepted, LockedCheck.ByPerson.By) { Transcript = heard.Transcript }, .. record.Checks],
            }
            : record;
}
