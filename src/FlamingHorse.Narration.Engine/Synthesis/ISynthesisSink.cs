using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>Takes what becomes of each request. Calls may come from any thread, one request at a time.</summary>
public interface ISynthesisSink
{
    /// <summary>Asked just before a request goes into a batch, so that two builds never make the same clip.</summary>
    ValueTask<ClaimResult> ClaimAsync(SynthesisRequest request, CancellationToken cancellation);

    /// <summary>Stores the clip. When this returns the clip survives any crash.</summary>
    ValueTask CompletedAsync(FinishedClip clip, CancellationToken cancellation);

    /// <summary>
    /// The last take of a segment that is given up next, refused as it is: a person may find it good. Not told where no attempt brought
    /// sound.
    /// </summary>
    void Refused(FinishedClip take) { }

    /// <summary>This segment is given up; the others go on.</summary>
    ValueTask FailedAsync(SynthesisRequest request, Finding finding, int attempts, CancellationToken cancellation);

    /// <summary>A warning or message about the whole run (device, versions, a restart).</summary>
    void Report(Finding finding);

    /// <summary>A line for the log only.</summary>
    void Trace(string line);

    /// <summary>A worker process was started.</summary>
    void WorkerStarted();

    /// <summary>A model was loaded.</summary>
    void ModelLoaded(string model, TimeSpan elapsed);

    /// <summary>Audio generated so far in the running batch; for progress only.</summary>
    void Progress(TimeSpan audioInFlight);
}
