using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>Asks a server for speech, and again where that can help.</summary>
internal sealed class SpeechServer(ServerAddress address, RetryPolicy retries) : IDisposable
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

    public void Dispose() => _client.Dispose();

    /// <summary>A successful answer whose headers are read.</summary>
    /// <exception cref="NarrationException">FHN2025: the server does not do what it is asked.</exception>
    /// <exception cref="AttemptFailedException">No answer in time; another attempt may have one.</exception>
    public async Task<HttpResponseMessage> AskAsync(SynthesisRequest request, string body, CancellationToken cancellation)
    {
        for (var asked = 1; ; asked++)
        {
            HttpResponseMessage? answer = null;
            try
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, address.Speech)
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                };
                if (address.Key is { } key)
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
                    return Down($"has no speech endpoint at {address.Speech} ({code})", "Check NarrationEndpoint and the voice's Model.");
                case var status when RetryPolicy.IsWorthIt(status):
                    return Down($"still answers {code} after {retries.Most} requests", "Try again later.");
            }

            var said = await SpeechResponse.BeginningAsync(answer, address.Key, cancellation).ConfigureAwait(false);
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
