using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>
/// What follows when memory runs out: half the batch with a fresh worker; alone, once more with a fresh worker, then the stand-in or
/// an error. Pure.
/// </summary>
internal sealed class MemoryPolicy(string model)
{
    /// <summary>A request may run out of memory alone this often.</summary>
    private const int MostFaults = 2;

    /// <summary>After this many requests in a row that do not fit alone, none is expected to fit.</summary>
    private const int MostUnfit = 2;

    public FailureOutcome Shrink(FailureState state, FailureEvent.MemoryExhausted exhausted)
    {
        var (jobs, size) = exhausted;
        var limit = Math.Min(state.BatchLimit, Math.Max(1, size / 2));
        var counted = jobs.Aggregate(state with { BatchLimit = limit }, (next, job) => Count(next, job, isAlone: size == 1));
        var unfit = jobs.Where(job => counted.Of(job).MemoryFaults >= MostFaults).ToList();
        var others = jobs.Except(unfit).ToList();
        return new FailureOutcome(counted, new FailureDecision.HalveBatch(limit, FailureFindings.OutOfMemory(size, limit)))
            .Then(next => others.Count == 0 ? new(next) : new(next, new FailureDecision.Requeue(others)))
            .Then(next => FailurePolicy.ForEach(next with { UnfitInARow = next.UnfitInARow + unfit.Count }, unfit, Leave))
            .Then(next => next.UnfitInARow < MostUnfit ? new(next) : new(next, new FailureDecision.GiveUpModel()));
    }

    /// <summary>What follows when a request does not fit alone: its stand-in, or an error.</summary>
    public FailureOutcome Leave(FailureState state, Job job) =>
        !state.Of(job).IsGivenUp && job.Spoken.StandIn is { } standIn
            ? new(state, new FailureDecision.UseStandIn(job, FailureFindings.OtherModelUsed(job, model, standIn.Voice.Model)))
            : FailurePolicy.GiveUp(state, job, FailureFindings.DoesNotFit(job, model));

    private static FailureState Count(FailureState state, Job job, bool isAlone)
    {
        var history = state.Of(job);
        return state.With(job, history with { MemoryFaults = history.MemoryFaults + (isAlone ? 1 : 0) });
    }
}
