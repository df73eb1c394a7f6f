namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>A new state, and what is to be done.</summary>
internal sealed record FailureOutcome(FailureState State, params IReadOnlyList<FailureDecision> Decisions)
{
    /// <summary>This outcome, then another's decisions and state.</summary>
    public FailureOutcome Then(Func<FailureState, FailureOutcome> next)
    {
        var following = next(State);
        return new FailureOutcome(following.State, [.. Decisions, .. following.Decisions]);
    }
}
