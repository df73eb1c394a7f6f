using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>What follows from a clip that passed or was refused. Pure.</summary>
internal static class TakePolicy
{
    public static FailureOutcome Accept(FailureState state, Job job)
    {
        var voice = state.OfVoice(job).With(job, hasPassed: true, isTooLong: false, state.Of(job).Runaways);
        return new(state.WithVoice(job, voice) with { UnfitInARow = 0 });
    }

    /// <summary>Made again, alone and with another seed, while it has attempts; a voice whose model does not stop is given up.</summary>
    public static FailureOutcome Refuse(FailureState state, FailureEvent.TakeRefused refused)
    {
        var (job, attempt, isTooLong) = refused;
        var before = state.Of(job);
        var voice = state.OfVoice(job).With(job, hasPassed: false, isTooLong, before.Runaways);
        var history = before with { Runaways = before.Runaways + (isTooLong ? 1 : 0), Attempts = before.Attempts.Refused(attempt) };
        var next = state.WithVoice(job, voice).With(job, history);
        if (history.IsGivenUp)
        {
            return new(next);
        }

        if (voice.IsDegenerate(job, history.Runaways) && job.Spoken.Voice.ReferenceAudioHash is not null)
        {
            return new(next, new FailureDecision.GiveUpVoice(job, FailureFindings.ReferenceDegenerate(job, attempt)));
        }

        return history.Attempts.FindReasonToStop(job.Owner, isDeterministic: false) is { } reason
            ? FailurePolicy.GiveUp(next, job, reason)
            : new(next, new FailureDecision.Retry(job, history.Attempts));
    }
}
