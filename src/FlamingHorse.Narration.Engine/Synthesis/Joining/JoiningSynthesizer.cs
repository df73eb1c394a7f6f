namespace FlamingHorse.Narration.Engine.Synthesis.Joining;

/// <summary>
/// Has texts with pauses spoken in parts: items of the same batches as everything else, each judged and tried again by itself. Only the
/// joined take is stored, under the key of the whole.
/// </summary>
internal sealed class JoiningSynthesizer(ISynthesizer speaker) : ISynthesizer
{
    /// <inheritdoc/>
    public Task RunAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
    {
        if (requests.All(request => request.Parts.IsNone))
        {
            return speaker.RunAsync(requests, sink, cancellation);
        }

        var joins = new JoiningSink(sink);
        return speaker.RunAsync([.. requests.SelectMany(joins.Divide)], joins, cancellation);
    }
}
