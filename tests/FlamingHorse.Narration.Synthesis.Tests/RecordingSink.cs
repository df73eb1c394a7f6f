using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests;

/// <summary>A sink that remembers everything, and lets a test decide who owns a key.</summary>
internal sealed class RecordingSink : ISynthesisSink
{
    public ConcurrentQueue<FinishedClip> Clips { get; } = new();

    public ConcurrentQueue<(SynthesisRequest Request, Finding Finding, int Attempts)> Failures { get; } = new();

    public ConcurrentQueue<Finding> Findings { get; } = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<ActionKey> Claims { get; } = new();

    public Func<SynthesisRequest, ClaimResult> Claim { get; init; } = _ => ClaimResult.Mine;

    public Func<FinishedClip, Task> WhenCompleted { get; init; } = _ => Task.CompletedTask;

    public int WorkerStarts;

    public ConcurrentQueue<string> Models { get; } = new();

    public FinishedClip Clip(string id) => Clips.Single(clip => clip.Request.Id == id);

    public ValueTask<ClaimResult> ClaimAsync(SynthesisRequest request, CancellationToken cancellation)
    {
        Claims.Enqueue(request.Key);
        return new(Claim(request));
    }

    public async ValueTask CompletedAsync(FinishedClip clip, CancellationToken cancellation)
    {
        Clips.Enqueue(clip);
        await WhenCompleted(clip);
    }

    public ValueTask FailedAsync(SynthesisRequest request, Finding finding, int attempts, CancellationToken cancellation)
    {
        Failures.Enqueue((request, finding, attempts));
        return ValueTask.CompletedTask;
    }

    public void Report(Finding finding) => Findings.Enqueue(finding);

    public void Trace(string line) => Lines.Enqueue(line);

    public void WorkerStarted() => Interlocked.Increment(ref WorkerStarts);

    public void ModelLoaded(string model, TimeSpan elapsed) => Models.Enqueue(model);

    public void Progress(TimeSpan audioInFlight) { }
}
