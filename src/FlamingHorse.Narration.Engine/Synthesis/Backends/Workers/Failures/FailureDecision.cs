using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>What is to be done after a failure. Carried out in the order given.</summary>
internal abstract record FailureDecision
{
    /// <summary>Start a worker.</summary>
    public sealed record StartWorker : FailureDecision;

    /// <summary>End the worker and take back what it had not begun; the next may start after the wait.</summary>
    public sealed record RestartWorker(TimeSpan Wait, Finding Warning) : FailureDecision;

    /// <summary>Replace the worker at once; batches have at most so many items from now on.</summary>
    public sealed record HalveBatch(int Limit, Finding Warning) : FailureDecision;

    /// <summary>To the front of the queue, as they were.</summary>
    public sealed record Requeue(IReadOnlyList<Job> Jobs) : FailureDecision;

    /// <summary>To the front of the queue, each in a batch of its own.</summary>
    public sealed record RequeueAlone(IReadOnlyList<Job> Jobs) : FailureDecision;

    /// <summary>Synthesize it again, alone and with the next seed.</summary>
    public sealed record Retry(Job Job, AttemptLog Attempts) : FailureDecision;

    /// <summary>The segment fails with this finding; the others go on.</summary>
    public sealed record GiveUpSegment(Job Job, Finding Finding, int Attempts) : FailureDecision;

    /// <summary>The remaining requests of this job's voice fail with this finding; other voices continue.</summary>
    public sealed record GiveUpVoice(Job Job, Finding Finding) : FailureDecision;

    /// <summary>Nothing that waits will fit into memory with this model.</summary>
    public sealed record GiveUpModel : FailureDecision;

    /// <summary>Another model takes over for this segment.</summary>
    public sealed record UseStandIn(Job Job, Finding Warning) : FailureDecision;

    /// <summary>The backend as a whole cannot go on.</summary>
    public sealed record StopRun(Finding Finding) : FailureDecision;
}
