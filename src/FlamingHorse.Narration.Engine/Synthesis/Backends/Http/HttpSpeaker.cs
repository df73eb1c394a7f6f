using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>A speech server: WAV asked for and fully validated, since a generation that fails late is a 200 that breaks off.</summary>
internal sealed class HttpSpeaker(SynthesisOptions options, RetryPolicy retries, Func<string, string?> environment) : ISpeaker
{
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // a key must not follow to another server
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = retries.Answer, // for the headers; the body has its own
    };

    private ServerAddress? _address;
    private HttpDialect? _dialect;

    public int Concurrency => 4;

    public Task PrepareAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
    {
        _address = ServerAddress.Of(options, environment);
        _dialect = HttpDialect.Named(options.EndpointDialect)
            ?? throw new NarrationException(
                VoiceFindings.InvalidSetting.At(
                    null,
                    $"NarrationEndpointDialect is '{options.EndpointDialect}'. It can be openai, vllm-omni or mlx-audio."
                )
            );
        foreach (var voice in requests.Select(request => request.Voice).DistinctBy(voice => voice.Name))
        {
            var lacking = _dialect.CannotCarry(voice).ToList();
            if (voice.Model.Contains('@', StringComparison.Ordinal))
            {
                lacking.Add("the model's @revision");
            }

            if (lacking.Count > 0)
            {
                throw new NarrationException(
                    VoiceFindings.DialectCannotCarry.At(
                        null,
                        $"The dialect '{_dialect.Name}' has no field for {string.Join(", ", lacking)} of voice '{voice.Name}'. Remove "
                            + $"it there, or choose another NarrationEndpointDialect."
                    )
                );
            }

            if (_dialect is OpenAiDialect && ServerModel.Parse(voice.Model).Voice is null)
            {
                throw new NarrationException(
                    VoiceFindings.InvalidSetting.At(
                        null,
                        $"Voice '{voice.Name}' does not say which of the server's voices speaks. Write its Model as model#voice, such "
                            + $"as gpt-4o-mini-tts#alloy."
                    )
                );
            }
        }

        return Task.CompletedTask;
    }

    public async Task<RawClip> SpeakAsync(SynthesisRequest request, long seed, CancellationToken cancellation)
    {
        var cap = FrameCap.For(request.Estimate);
        var body = _dialect!.Body(request, ServerModel.Parse(request.Voice.Model), seed, cap).ToJsonString();
        var clock = Stopwatch.StartNew();
        using var answer = await AskAsync(request, body, cancellation).ConfigureAwait(false);
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
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A successful answer whose headers are read.</summary>
    private async Task<HttpResponseMessage> AskAsync(SynthesisRequest request, string body, CancellationToken cancellation)
    {
        for (var asked = 1; ; asked++)
        {
            HttpResponseMessage? answer = null;
            try
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, _address!.Speech)
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                };
                if (_address.Key is { } key)
                {
                    message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
                }

                answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return answer;
                }

                if (!RetryPolicy.IsWorthIt(answer.StatusCode) || asked >= retries.Most)
                {
                    throw await RefusalAsync(request, answer, cancellation).ConfigureAwait(false);
                }
            }
            catch (HttpRequestException e) when (asked < retries.Most && e.HttpRequestError != HttpRequestError.SecureConnectionError)
            {
                // asked again below
            }
            catch (HttpRequestException e)
            {
                throw Down($"cannot be reached: {e.Message}", "Start it, or check NarrationEndpoint.", e);
            }
            catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
            {
                throw new AttemptFailedException($"the server did not answer within {retries.Answer}", e);
            }

            var wait = retries.Wait(asked, answer);
            answer?.Dispose();
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<Exception> RefusalAsync(SynthesisRequest request, HttpResponseMessage answer, CancellationToken cancellation)
    {
        using (answer)
        {
            var code = (int)answer.StatusCode;
            switch (answer.StatusCode)
            {
                case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                    return Down(
                        $"refuses this machine ({code})",
                        $"Put a valid key into the environment variable {ServerAddress.KeyVariable}."
                    );
                case HttpStatusCode.NotFound
                or HttpStatusCode.MethodNotAllowed
                or (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest):
                    return Down($"has no speech at {_address!.Speech} ({code})", "Check NarrationEndpoint and the voice's Model.");
                case var status when RetryPolicy.IsWorthIt(status):
                    return Down($"still answers {code} after {retries.Most} requests", "Try again later.");
            }

            var said = await SpeechResponse.BeginningAsync(answer, _address!.Key, cancellation).ConfigureAwait(false);
            return new NarrationException(
                VoiceFindings.ServerFailed.At(
                    request.Place,
                    $"The speech server answered {code} to '{request.Id}': {said} Check the voice's settings and the server's log."
                )
            );
        }
    }

    private static BackendFailedException Down(string what, string cure, Exception? cause = null) =>
        new(VoiceFindings.ServerFailed.At(null, $"The speech server {what}. {cure}"), cause);
}
