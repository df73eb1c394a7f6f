using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

/// <summary>What happened to a worker or to one of its clips, as far as the failure policy is concerned.</summary>
internal abstract record FailureEvent
{
    /// <summary>What a worker's answer that it cannot speak one item means.</summary>
    public static FailureEvent Of(Job job, WorkerMessage.Error error) =>
        error.Code switch
        {
            "cancelled" => new ItemCancelled(job),
            "bad_reference" => new ReferenceRefused(job, WorkerFaults.Of(error)),
            "no_device" or "no_model" => new BackendUnusable(WorkerFaults.Of(error)),
            "bad_input" => new TextRefused(job, $"{error.Message} {error.Cure}"),
            _ when !error.Retryable => new TextRefused(job, $"{error.Message} {error.Cure}"),
            var code => new TakeRefused(job, new FailedAttempt([$"{code}: {error.Message}"]), code == "runaway"),
        };

    /// <summary>A worker is needed and none runs.</summary>
    public sealed record WorkerNeeded : FailureEvent;

    /// <summary>A clip passed and is stored.</summary>
    public sealed record TakeAccepted(Job Job) : FailureEvent;

    /// <summary>A clip was refused by gate or recognizer, or did not come; another attempt may do better.</summary>
    /// <param name="Job">What was spoken.</param>
    /// <param name="Attempt">What was measured.</param>
    /// <param name="IsTooLong">The model did not stop where the text ends.</param>
    public sealed record TakeRefused(Job Job, FailedAttempt Attempt, bool IsTooLong = false) : FailureEvent;

    /// <summary>The worker refuses this text for good.</summary>
    public sealed record TextRefused(Job Job, string Reason) : FailureEvent;

    /// <summary>The item was cancelled before it was made.</summary>
    public sealed record ItemCancelled(Job Job) : FailureEvent;

    /// <summary>The worker cannot use the reference of this item's voice.</summary>
    public sealed record ReferenceRefused(Job Job, Finding Finding) : FailureEvent;

    /// <summary>A batch did not fit into memory.</summary>
    /// <param name="Jobs">Those of its items that are not made.</param>
    /// <param name="BatchSize">How many it held.</param>
    public sealed record MemoryExhausted(IReadOnlyList<Job> Jobs, int BatchSize) : FailureEvent;

    /// <summary>The worker died, hangs, or does not keep to the protocol.</summary>
    /// <param name="Why">The end of "The worker failed: …".</param>
    /// <param name="Kind">Where it is more than a plain failure.</param>
    public sealed record WorkerFailed(string Why, FindingKind? Kind = null) : FailureEvent
    {
        /// <summary>It, or one before it, was ready once.</summary>
        public bool HasWorked { get; init; } = true;

        /// <summary>What it was at.</summary>
        public IReadOnlyList<Job> Suspects { get; init; } = [];

        /// <summary>Items of the same batch that had run out of memory before: no suspects.</summary>
        public IReadOnlyList<Job> OutOfMemory { get; init; } = [];
    }

    /// <summary>No worker of this kind will ever work here.</summary>
    public sealed record BackendUnusable(Finding Finding) : FailureEvent;

    /// <summary>These are all remaining requests of a voice that was given up.</summary>
    public sealed record VoiceGivenUp(IReadOnlyList<Job> Jobs, Finding Finding) : FailureEvent;

    /// <summary>These are all remaining requests of a model that does not fit.</summary>
    public sealed record ModelGivenUp(IReadOnlyList<Job> Jobs) : FailureEvent;
}
