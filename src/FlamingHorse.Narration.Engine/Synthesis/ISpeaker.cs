namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>An engine that takes one request at a time and may be asked several at once.</summary>
internal interface ISpeaker : IAsyncDisposable
{
    /// <summary>How many requests it serves best at a time.</summary>
    int Concurrency { get; }

    /// <summary>Checks that it can serve the requests, before any is claimed.</summary>
    /// <exception cref="Script.Diagnostics.NarrationException">The backend cannot serve these at all.</exception>
    Task PrepareAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation);

    /// <summary>Speaks.</summary>
    /// <exception cref="Script.Diagnostics.NarrationException">This request is given up; the others go on.</exception>
    /// <exception cref="BackendFailedException">No request will fare better.</exception>
    Task<RawClip> SpeakAsync(SynthesisRequest request, long seed, CancellationToken cancellation);
}
