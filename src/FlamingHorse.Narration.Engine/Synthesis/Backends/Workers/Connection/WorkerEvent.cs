using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>What the run's one loop reacts to.</summary>
internal abstract record WorkerEvent
{
    /// <param name="Sender">Messages of a worker that has been replaced are dropped.</param>
    /// <param name="Message">What it said.</param>
    public sealed record MessageReceived(WorkerProcess Sender, WorkerMessage Message) : WorkerEvent;

    /// <param name="Sender">Who.</param>
    /// <param name="Shown">The first KiB of what is not a message, escaped.</param>
    public sealed record MalformedOutput(WorkerProcess Sender, string Shown) : WorkerEvent;

    /// <summary>The process ended.</summary>
    public sealed record Ended(WorkerProcess Sender, int ExitCode) : WorkerEvent;

    /// <summary>A submitted clip has been settled, whatever the result.</summary>
    public abstract record ClipSettled : WorkerEvent;

    /// <summary>A clip was verified, judged and, where it passed, stored.</summary>
    public sealed record Judged(Job Job, JudgedClip Clip) : ClipSettled;

    /// <summary>Storing failed: an error of the build's, not of the clip's.</summary>
    public sealed record StoreFailed(Exception Cause) : ClipSettled;
}
