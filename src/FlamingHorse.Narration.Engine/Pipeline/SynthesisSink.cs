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
internal sealed class SynthesisSink : ISynthesisSink, IDisposable
{
    // By id, for a request and its stand-in of another model are one order with two keys.
    private readonly Dictionary<string, PendingClip> _orders;
    private readonly IClipStore _store;
    private readonly FindingLog _findings;
    private readonly INarrationLog _log;
    private readonly ProgressMeter _progress;
    private readonly ConcurrentDictionary<ActionKey, IDisposable> _held = new();
    private readonly ConcurrentDictionary<string, SegmentTake> _takes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.Ordinal);
    private int _workerStarts;
    private int _modelLoads;

    public SynthesisSink(
        IReadOnlyList<PendingClip> orders,
        IClipStore store,
        FindingLog findings,
        INarrationLog log,
        ProgressMeter progress
    )
    {
        _orders = orders.ToDictionary(order => order.Request.Id, StringComparer.Ordinal);
        (_store, _findings, _log, _progress) = (store, findings, log, progress);
    }

    /// <summary>By id: what was made, found made by another build, or failed.</summary>
    public IReadOnlyDictionary<string, SegmentTake> Takes => _takes;

    /// <summary>Where refused takes are kept for a person to hear; null keeps none.</summary>
    public RefusedTakes? RefusedTakes { get; init; }

    public int WorkerStarts => _workerStarts;

    public int ModelLoads => _modelLoads;

    public async ValueTask<ClaimResult> ClaimAsync(SynthesisRequest request, CancellationToken cancellation)
    {
        if (_store.TryLock(request.Key) is not { } held)
        {
            return ClaimResult.Busy;
        }

        try
        {
            // Between the plan and this moment another build may have been here.
            var order = _orders[request.Id];
            if (
                await _store.FindAsync(request.Key, cancellation).ConfigureAwait(false) is { } found
                && !order.Replaced.Contains(found.Record.AudioHash)
            )
            {
                Keep(order.Segments.Select(segment => SegmentTake.Of(segment, found)));
                Release(order);
                _progress.Finished(order.Request, null);
                return ClaimResult.Done;
            }

            _held[request.Key] = held;
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
        // A clip that was made is worth keeping, whatever ends the build meanwhile.
        var stored = await _store.AddAsync(clip.Record, clip.Wav, CancellationToken.None).ConfigureAwait(false);
        var first = SegmentTake.Made(order.Segments[0], stored);
        Keep(order.Segments.Skip(1).Select(segment => SegmentTake.Of(segment, stored)).Prepend(first));
        Release(order);
        _log.Line(_progress.Finished(order.Request, first.Take!.Duration));
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
        Release(order);
        _progress.Finished(order.Request, null);
        if (refused is not null)
        {
            finding = finding with
            {
                Message =
                    $"{finding.Message} Its last take can be heard until the next build, {refused}; where it is right, build with "
                    + $"NarrationAccept={request.Id}.",
            };
        }

        foreach (var segment in order.Segments.DistinctBy(segment => segment.Source.Place))
        {
            _findings.Report(
                finding.Place is null || finding.Place == order.Request.Place ? finding with { Place = segment.Source.Place } : finding
            );
        }

        return ValueTask.CompletedTask;
    }

    public void Report(Finding finding) => _findings.Report(finding);

    public void Trace(string line) => _log.Trace(line);

    public void WorkerStarted() => Interlocked.Increment(ref _workerStarts);

    public void ModelLoaded(string model, TimeSpan elapsed)
    {
        Interlocked.Increment(ref _modelLoads);
        _log.Line(FormattableString.Invariant($"Model {model} loaded in {elapsed.TotalSeconds:0.0} s"));
    }

    public void Progress(TimeSpan audioInFlight) => _progress.InFlight(audioInFlight);

    /// <summary>Frees the claims of a run that ended early.</summary>
    public void Dispose()
    {
        foreach (var key in _held.Keys)
        {
            Release(key);
        }
    }

    private void Keep(IEnumerable<SegmentTake> takes)
    {
        foreach (var take in takes)
        {
            _takes[take.Segment.Id] = take;
        }
    }

    private void Release(PendingClip order)
    {
        Release(order.Request.Key);
        if (order.Request.StandIn is { } standIn)
        {
            Release(standIn.Key);
        }
    }

    private void Release(ActionKey key)
    {
        if (_held.TryRemove(key, out var held))
        {
            held.Dispose();
        }
    }
}
