using System.Diagnostics;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>A speech server: WAV asked for and fully validated, since a generation that fails late is a 200 that breaks off.</summary>
internal sealed class HttpSpeaker(SynthesisOptions options, RetryPolicy retries, Func<string, string?> environment) : ISpeaker
{
    private SpeechServer? _server;
    private HttpDialect? _dialect;

    public int Concurrency => 4;

    public Task PrepareAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
    {
        _server ??= new SpeechServer(ServerAddress.Of(options, environment), retries);
        _dialect = HttpDialect.Named(options.EndpointDialect)
            ?? throw new NarrationException(
                VoiceFindings.InvalidSetting.At(
                    null,
                    $"NarrationEndpointDialect is '{options.EndpointDialect}'. It can be openai, vllm-omni or mlx-audio."
                )
            );
        foreach (var voice in requests.Select(request => request.Voice).DistinctBy(voice => voice.Name))
        {
            _dialect.EnsureCarries(voice);
        }

        return Task.CompletedTask;
    }

    public async Task<RawClip> SpeakAsync(SynthesisRequest request, long seed, CancellationToken cancellation)
    {
        var cap = FrameCap.For(request.Estimate);
        var body = _dialect!.Body(request, ServerModel.Parse(request.Voice.Model), seed, cap).ToJsonString();
        var clock = Stopwatch.StartNew();
        using var answer = await _server!.AskAsync(request, body, cancellation).ConfigureAwait(false);
        var signal = await SpeechResponse.ReadAsync(answer, retries.Answer, cancellation).ConfigureAwait(false);
        return new RawClip(signal)
        {
            IsCut = _dialect.IsCut(answer, signal.Duration.TotalSeconds * FrameCap.FramesPerSecond, cap),
            Seed = _dialect.CarriesSeed ? seed : null,
            Elapsed = clock.Elapsed,
            Engine = new Dictionary<string, string> { ["server"] = answer.Headers.Server.ToString(), ["dialect"] = _dialect.Name },
        };
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }
}
