using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

/// <summary>An engine that says everything with two seconds of one tone.</summary>
internal sealed class ToneSpeaker : ISpeaker
{
    public ConcurrentQueue<(string Id, long Seed)> Seeds { get; } = new();

    public int Concurrency => 1;

    public Task PrepareAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task<RawClip> SpeakAsync(SynthesisRequest request, long seed, CancellationToken cancellation)
    {
        Seeds.Enqueue((request.Id, seed));
        return Task.FromResult(new RawClip(Signals.Tone(2).Then(Signals.Silence(0.1))) { Seed = seed });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
