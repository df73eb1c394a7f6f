using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>
/// Takes what a synthesizer makes: claims keys against other builds, stores each clip at once, keeps the results. Any thread.
/// </summary>
internal sealed class SynthesisSink(
    IReadOnlyList<PendingClip> orders,
    IClipStore store,
    FindingLog findings,
    INarrationLog log,
    ProgressMeter progress
) : ISynthesisSink, IDisposable
{
    // By id, for a request and its stand-in of another model are one order with two keys.
    private readonly Dictionary<string, PendingClip> _orders = orders.ToDictionary(order => order.Request.Id, StringComparer.Ordinal);
    private readonly KeyClaims _claims = new();
    private readonly ConcurrentDictionary<string, SegmentTake> _takes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.Ordinal);
    private int _workerStarts;
    private int _modelLoads;

    /// <summary>By id: what was made, found made by another build, or failed.</summary>
    public IReadOnlyDictionary<string, SegmentTake> Takes => _takes;

    /// <summary>Where refused takes are kept for a person to hear; null keeps none.</summary>
    public RefusedTakes? RefusedTakes { get; init; }

    public int WorkerStarts => _workerStarts;

    public int ModelLoads => _modelLoads;

    public async ValueTask<ClaimResult> ClaimAsync(SynthesisRequest request, CancellationToken cancellation)
    {
        if (store.TryLock(request.Key) is not { } held)
        {
            return ClaimResult.Busy;
        }

        try
        {
            // Between the plan and this moment another build may have been here.
            var order = _orders[request.Id];
            if (
                await store.FindAsync(request.Key, cancellation).ConfigureAwait(false) is { } found
                && !order.Replaced.Contains(found.Record.AudioHash)
            )
            {
                Keep(order.Segments.Select(segment => SegmentTake.Of(segment, found)));
                _claims.Release(order.Request);
                progress.Finished(order.Request, null);
                return ClaimResult.Done;
            }

            _claims.Hold(request.Key, held);
            held = null;
            return ClaimResult.Mine;
        }
        finally
        {
            held?.Dispose();
        }
    }

    public async ValueTask CompletedAsync(FinishedClip clip, CancellationToken cancellation)
    {
        var order = _orders[clip.Request.Id];
        // A finished clip is worth keeping, even if the build is being ended.
        var stored = await store.AddAsync(clip.Record, clip.Wav, CancellationToken.None).ConfigureAwait(false);
        var first = SegmentTake.Made(order.Segments[0], stored);
        Keep(order.Segments.Skip(1).Select(segment => SegmentTake.Of(segment, stored)).Prepend(first));
        _claims.Release(order.Request);
        log.Line(progress.Finished(order.Request, first.Take!.Duration));
    }

    public void Refused(FinishedClip take)
    {
        if (RefusedTakes?.Keep(take) is { } path)
        {
            _refused[take.Request.Id] = path;
        }
    }

    public ValueTask FailedAsync(SynthesisRequest request, Finding finding, int attempts, CancellationToken cancellation)
    {
        var order = _orders[request.Id];
        var refused = _refused.GetValueOrDefault(request.Id);
        Keep(order.Segments.Select(segment => new SegmentTake(segment, TakeSource.Failed) { Attempts = attempts, RefusedTake = refused }));
        _claims.Release(order.Request);
        progress.Finished(order.Request, null);
        if (refused is not null)
        {
            finding = RefusedTakes.MentionTake(finding, request.Id, refused);
        }

        foreach (var segment in order.Segments.DistinctBy(segment => segment.Source.Place))
        {
            findings.Report(
                finding.Place is null || finding.Place == order.Request.Place ? finding with { Place = segment.Source.Place } : finding
            );
        }

        return ValueTask.CompletedTask;
    }

    public void Report(Finding finding) => findings.Report(finding);

    public void Trace(string line) => log.Trace(line);

    public void WorkerStarted() => Interlocked.Increment(ref _workerStarts);

    public void ModelLoaded(string model, TimeSpan elapsed)
    {
        Interlocked.Increment(ref _modelLoads);
        log.Line(FormattableString.Invariant($"Model {model} loaded in {elapsed.TotalSeconds:0.0} s"));
    }

    public void Progress(TimeSpan audioInFlight) => progress.InFlight(audioInFlight);

    /// <summary>Frees the claims of a run that ended early.</summary>
    public void Dispose() => _claims.Dispose();

    private void Keep(IEnumerable<SegmentTake> takes)
    {
        foreach (var take in takes)
        {
            _takes[take.Segment.Id] = take;
        }
    }
}
