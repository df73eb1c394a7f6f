using FlamingHorse.Narration.Engine.Pipeline.Steps;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>
/// One run: plan, find, record, retake, make, give up, lock, conclude. Each step goes on from the state that the one before reached.
/// </summary>
/// <param name="context">Settings with the backend decided, and where to report.</param>
/// <param name="session">The lock as it was read.</param>
internal sealed class NarrationRun(RunContext context, LockSession session)
{
    public async Task<NarrationOutcome> RunAsync(CancellationToken cancellation)
    {
        var started = context.Request.Clock.GetTimestamp();
        var plan = await PlanStep.RunAsync(context, session, cancellation).ConfigureAwait(false);
        var store = RunStores.Open(context, plan.Lock, cancellation);
        try
        {
            RunLeftovers.Sweep(context);
            var (state, locked) = await AdvanceAsync(new(plan), Steps(store, cancellation), cancellation).ConfigureAwait(false);
            if (!context.Request.IsDesignTime && locked.Final is { } named)
            {
                store.NoteNamed(context.Request.LockFilePath, [.. named.Content.Segments.Values.Select(segment => segment.AudioHash)]);
            }

            return RunConclusion.Conclude(context, state, locked, store, context.Request.Clock.GetElapsedTime(started));
        }
        catch
        {
            await RunStores.CloseAsync(store).ConfigureAwait(false);
            throw;
        }
    }

    private IReadOnlyList<IRunStep> Steps(IClipStore store, CancellationToken cancellation)
    {
        var finder = new TakeFinder(store, cancellation);
        if (context.Request.IsCheck)
        {
            return [new FindStep(context, finder), new CheckStep(context)];
        }

        return
        [
            new FindStep(context, finder),
            new RecordingStep(context, store),
            new RespeakStep(context, store),
            new RetakeStep(finder),
            new AdoptStep(context, store),
            new MakeStep(context, store),
            new AcceptStep(context),
        ];
    }

    private async Task<(RunState State, LockResult Locked)> AdvanceAsync(
        RunState state,
        IReadOnlyList<IRunStep> steps,
        CancellationToken cancellation
    )
    {
        var locked = new LockResult(IsChanged: false, state.Plan.Lock.Final, Drift: null);
        try
        {
            foreach (var step in steps)
            {
                await foreach (var reached in step.RunAsync(state, cancellation).ConfigureAwait(false))
                {
                    state = reached;
                }
            }

            state = GiveUpStep.Run(state, context);
        }
        finally
        {
            // Also when cancelled: what is finished is recorded.
            locked = LockStep.Run(state, context.Findings, cancellation);
        }

        return (state, locked);
    }
}
