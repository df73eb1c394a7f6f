using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Fakes;

/// <summary>A synthesizer that gives other bytes and another length at every call, so that nothing can look cached that isn't.</summary>
internal sealed class FakeSynthesizer : ISynthesizer
{
    private int _calls;

    /// <summary>All that it was asked to make, in the order asked.</summary>
    public ConcurrentQueue<SynthesisRequest> Made { get; } = new();

    /// <summary>Options of each run.</summary>
    public ConcurrentQueue<SynthesisOptions> Runs { get; } = new();

    /// <summary>Requests that fail, and why.</summary>
    public Func<SynthesisRequest, Finding?> Fails { get; set; } = _ => null;

    /// <summary>Thrown before request number n (from 0).</summary>
    public Func<int, Exception?> Throws { get; set; } = _ => null;

    /// <summary>Gives real WAV files, for real stores.</summary>
    public bool IsReal { get; set; }

    /// <summary>A text sounds the same every time.</summary>
    public bool IsDeterministic { get; set; }

    /// <summary>When each clip's words are said; null for an engine that does not know.</summary>
    public IReadOnlyList<WordTime>? Words { get; set; }

    /// <summary>What those who listened to it said.</summary>
    public Func<SynthesisRequest, IReadOnlyList<TakeCheck>?> Checks { get; set; } = _ => null;

    /// <summary>Samples of each clip; null for another number at every call.</summary>
    public int? Length { get; set; }

    /// <summary>Runs after each clip.</summary>
    public Action<int> AfterClip { get; set; } = _ => { };

    public ISynthesizer Create(SynthesisOptions options)
    {
        Directory.Exists(options.TemporaryDirectory).ShouldBeTrue();
        Runs.Enqueue(options);
        return this;
    }

    public async Task RunAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
    {
        sink.WorkerStarted();
        sink.ModelLoaded(requests[0].Voice.Model, TimeSpan.FromSeconds(1));
        var open = new Queue<SynthesisRequest>(requests);
        var index = 0;
        while (open.TryDequeue(out var request))
        {
            if (Throws(index) is { } error)
            {
                throw error;
            }

            cancellation.ThrowIfCancellationRequested();
            switch (await sink.ClaimAsync(request, cancellation))
            {
                case ClaimResult.Busy:
                    open.Enqueue(request);
                    await Task.Delay(5, cancellation);
                    continue;
                case ClaimResult.Done:
                    continue;
            }

            if (Fails(request) is { } finding)
            {
                await sink.FailedAsync(request, finding, 3, cancellation);
            }
            else
            {
                Made.Enqueue(request);
                await sink.CompletedAsync(Clip(request), cancellation);
                AfterClip(index);
            }

            index++;
        }
    }

    public FinishedClip Clip(SynthesisRequest request)
    {
        var call = Interlocked.Increment(ref _calls);
        call = IsDeterministic ? 0 : call;
        var samples = Length ?? 24_000 + (call * 7);
        var wav = IsReal
            ? WavFile.Write(new MonoSignal(Noise(samples), 24_000))
            : Encoding.UTF8.GetBytes($"{request.Text} #{call} {(IsDeterministic ? "" : Guid.NewGuid())}");
        return new(
            request,
            new ClipRecord
            {
                Key = request.Key,
                AudioHash = Convert.ToHexStringLower(SHA256.HashData(wav)),
                AudioBytes = wav.Length,
                SampleCount = samples,
                SampleRate = 24_000,
                SpeechStart = 2_400,
                SpeechEnd = samples - 4_800,
                Voice = request.Voice.Name,
                Backend = request.Voice.Backend,
                Model = request.Voice.Model,
                Seed = request.Take,
                Words = Words,
                Checks = Checks(request),
                ElapsedMs = 12,
            },
            wav
        );
    }

    private static float[] Noise(int samples)
    {
        var sound = new float[samples];
        foreach (ref var sample in sound.AsSpan())
        {
            sample = (Random.Shared.NextSingle() - 0.5f) / 2;
        }

        return sound;
    }
}
