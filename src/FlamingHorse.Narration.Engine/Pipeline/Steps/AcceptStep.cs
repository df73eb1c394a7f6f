using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Planning;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Records which takes a person found good. The verdict belongs to the audio's hash: a new take needs a new one.</summary>
internal sealed class AcceptStep(RunContext context) : IRunStep
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var accepted = new RetakeSelection(context.Settings.Accept);
        if (accepted.IsEmpty || !state.Plan.MayMake)
        {
            yield break;
        }

        foreach (var index in state.Indices(index => state.Takes[index]?.Take is not null))
        {
            if (accepted.Names(state.Plan.Segments[index].Id))
            {
                var take = state.Takes[index]!;
                state = state.With(index, take with { Take = take.Take! with { Check = LockedCheck.ByPerson } });
            }
        }

        foreach (var pattern in accepted.Unmatched)
        {
            context.Findings.Report(
                QualityFindings.AcceptMatchesNothing.At(
                    null,
                    $"NarrationAccept names \"{pattern}\", but no segment with a take has such an id. Ids look like Scenes.Intro.Welcome; "
                        + $"* stands for anything."
                )
            );
        }

        yield return state;
    }
}
