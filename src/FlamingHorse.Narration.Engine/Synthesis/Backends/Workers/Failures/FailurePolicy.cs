using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>
/// What follows from each failure of a worker or of a clip. Pure: state and event give a new state and decisions, and nothing else happens.
/// </summary>
/// <param name="model">The run's model, for messages.</param>
/// <param name="backoff">Waits before a worker is started again; as many restarts as there are waits.</param>
internal sealed class FailurePolicy(string model, IReadOnlyList<TimeSpan> backoff)
{
    /// <summary>After this many workers died on a text, it fails.</summary>
    private const int MostDeaths = 2;

    private readonly MemoryPolicy _memory = new(model);

    public FailureOutcome Decide(FailureState state, FailureEvent happened) =>
        happened switch
        {
            FailureEvent.WorkerNeeded => Start(state),
            FailureEvent.TakeAccepted accepted => TakePolicy.Accept(state, accepted.Job),
            FailureEvent.TakeRefused refused => TakePolicy.Refuse(state, refused),
            FailureEvent.TextRefused(var job, var reason) => GiveUp(state, job, FailureFindings.TextRefused(job, reason)),
            FailureEvent.ItemCancelled(var job) => new(state, new FailureDecision.Requeue([job])),
            FailureEvent.ReferenceRefused(var job, var finding) => new(state, new FailureDecision.GiveUpVoice(job, finding)),
            FailureEvent.MemoryExhausted exhausted => _memory.Shrink(state, exhausted),
            FailureEvent.WorkerFailed failed => Replace(state, failed),
            FailureEvent.BackendUnusable(var finding) => new(state, new FailureDecision.StopRun(finding)),
            FailureEvent.VoiceGivenUp(var jobs, var finding) => ForEach(state, jobs, (next, job) => GiveUp(next, job, finding)),
            FailureEvent.ModelGivenUp(var jobs) => ForEach(state, jobs, _memory.Leave),
            _ => throw new ArgumentException($"No rule for {happened.GetType().Name}.", nameof(happened)),
        };

    /// <summary>A segment fails once, whatever else becomes of it.</summary>
    internal static FailureOutcome GiveUp(FailureState state, Job job, Finding finding)
    {
        var history = state.Of(job);
        return history.IsGivenUp
            ? new(state)
            : new(
                state.With(job, history with { IsGivenUp = true }),
                new FailureDecision.GiveUpSegment(job, finding, history.Attempts.Count)
            );
    }

    internal static FailureOutcome ForEach(FailureState state, IReadOnlyList<Job> jobs, Func<FailureState, Job, FailureOutcome> decide) =>
        jobs.Aggregate(new FailureOutcome(state), (outcome, job) => outcome.Then(next => decide(next, job)));

    private FailureOutcome Start(FailureState state)
    {
        var (starts, failures, last) = state.Restarts;
        return failures > backoff.Count
            ? new(state, new FailureDecision.StopRun(last!))
            : new(state with { Restarts = state.Restarts with { Starts = starts + 1 } }, new FailureDecision.StartWorker());
    }

    private FailureOutcome Replace(FailureState state, FailureEvent.WorkerFailed failed)
    {
        var (starts, failures, _) = state.Restarts;
        var finding = FailureFindings.WorkerFailed(failed, starts);
        if (!failed.HasWorked && failed.Kind is null)
        {
            return new(state, new FailureDecision.StopRun(finding));
        }

        var wait = failures < backoff.Count ? backoff[failures] : TimeSpan.Zero;
        var restarted = new FailureOutcome(
            state with
            {
                Restarts = new(starts, failures + 1, finding),
            },
            new FailureDecision.RestartWorker(wait, FailureFindings.Restarted(failed))
        );
        var judged = restarted.Then(next => ForEach(next, failed.Suspects, (suspected, job) => Suspect(suspected, job, failed.Why)));
        return judged.Then(next =>
            new(
                next,
                [
                    .. Some(failed.OutOfMemory, jobs => new FailureDecision.Requeue(jobs)),
                    .. Some([.. failed.Suspects.Where(job => !next.Of(job).IsGivenUp)], jobs => new FailureDecision.RequeueAlone(jobs)),
                ]
            )
        );
    }

    private static FailureOutcome Suspect(FailureState state, Job job, string why)
    {
        var history = state.Of(job);
        var suspected = history with { Deaths = history.Deaths + 1 };
        var next = state.With(job, suspected);
        return suspected.Deaths < MostDeaths ? new(next) : GiveUp(next, job, FailureFindings.TextKillsWorker(job, suspected.Deaths, why));
    }

    private static IReadOnlyList<FailureDecision> Some(IReadOnlyList<Job> jobs, Func<IReadOnlyList<Job>, FailureDecision> decide) =>
        jobs.Count == 0 ? [] : [decide(jobs)];
}
