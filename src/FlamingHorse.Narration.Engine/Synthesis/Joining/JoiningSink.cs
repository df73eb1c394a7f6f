using System.Collections.Concurrent;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Joining;

/// <summary>Collects the parts of each text, and passes on the joined clip. Any thread.</summary>
/// <param name="sink">Knows of whole texts only.</param>
internal sealed class JoiningSink(ISynthesisSink sink) : ISynthesisSink
{
    private readonly ConcurrentDictionary<string, (PartialClip Whole, int Part)> _parts = new(StringComparer.Ordinal);

    /// <summary>The request, or one for each of its parts.</summary>
    public IEnumerable<SynthesisRequest> Divide(SynthesisRequest request)
    {
        if (request.Parts.IsNone)
        {
            yield return request;
            yield break;
        }

        var whole = new PartialClip(request);
        for (var i = 0; i < request.Parts.Parts.Count; i++)
        {
            var part = whole.RequestOf(i);
            _parts[part.Id] = (whole, i);
            yield return part;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ClaimResult> ClaimAsync(SynthesisRequest request, CancellationToken cancellation) =>
        _parts.TryGetValue(request.Id, out var found)
            ? await found.Whole.ClaimAsync(sink, cancellation).ConfigureAwait(false)
            : await sink.ClaimAsync(request, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask CompletedAsync(FinishedClip clip, CancellationToken cancellation)
    {
        if (!_parts.TryGetValue(clip.Request.Id, out var found))
        {
            await sink.CompletedAsync(clip, cancellation).ConfigureAwait(false);
        }
        else if (found.Whole.Add(found.Part, clip) is { } joined)
        {
            await sink.CompletedAsync(joined, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask FailedAsync(SynthesisRequest request, Finding finding, int attempts, CancellationToken cancellation)
    {
        if (!_parts.TryGetValue(request.Id, out var found))
        {
            await sink.FailedAsync(request, finding, attempts, cancellation).ConfigureAwait(false);
        }
        else if (found.Whole.GiveUp())
        {
            await sink.FailedAsync(found.Whole.Request, finding, attempts, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Report(Finding finding) => sink.Report(finding);

    /// <inheritdoc/>
    public void Trace(string line) => sink.Trace(line);

    /// <inheritdoc/>
    public void WorkerStarted() => sink.WorkerStarted();

    /// <inheritdoc/>
    public void ModelLoaded(string model, TimeSpan elapsed) => sink.ModelLoaded(model, elapsed);

    /// <inheritdoc/>
    public void Progress(TimeSpan audioInFlight) => sink.Progress(audioInFlight);
}
