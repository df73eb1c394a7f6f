using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// Exchanges with one server: bounded in time and size, tried again where that can help, redirects without credentials for strangers.
/// </summary>
internal sealed class RemoteServer : IDisposable
{
    private const int Tries = 3;
    private const int Redirects = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly Uri _base;
    private readonly AuthenticationHeaderValue? _credentials;
    private readonly RemoteTimeouts _patience;
    private readonly RemoteCircuitBreaker _breaker;
    private readonly HttpMessageInvoker _http;

    public RemoteServer(Uri address, AuthenticationHeaderValue? credentials, RemoteTimeouts patience, RemoteCircuitBreaker breaker)
    {
        (_base, _credentials, _patience, _breaker) = (address, credentials, patience, breaker);
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectTimeout = patience.Connect,
                MaxConnectionsPerServer = 16,
                MaxResponseDrainSize = 64 * 1024,
                UseCookies = false,
                UseProxy = !address.IsLoopback,
            }
        );
    }

    /// <summary>Null when no usable answer came; the breaker knows.</summary>
    public async ValueTask<RemoteResponse?> SendAsync(RemoteRequest request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_breaker.IsOff)
            {
                return null;
            }

            var started = Stopwatch.GetTimestamp();
            var (answer, failure) = await TryAsync(request, cancellation).ConfigureAwait(false);
            if (answer is not null)
            {
                _breaker.Answered();
                return answer;
            }

            if (failure is null)
            {
                return null;
            }

            var pause = Pause(attempt, failure.RetryAfter);
            // Who is told to come back in an hour does not ask again in two seconds.
            var isFinal = attempt == Tries || !failure.MayPass || pause > LongestPause;
            _breaker.Failed(started, failure.Reason, isFinal);
            if (isFinal)
            {
                return null;
            }

            await PauseAsync(pause, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Neither: the store went off meanwhile.</summary>
    private async ValueTask<(RemoteResponse? Answer, Failure? Failure)> TryAsync(RemoteRequest request, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _breaker.Off);
        var started = Stopwatch.GetTimestamp();
        void Expect(TimeSpan silence)
        {
            var left = _patience.Exchange - Stopwatch.GetElapsedTime(started);
            time.CancelAfter(left < silence ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : silence);
        }

        try
        {
            var first = _breaker.Remaining() is { } left && left < _patience.Silence ? left : _patience.Silence;
            Expect(first);
            using var response = await FollowAsync(request, () => Expect(_patience.Silence), time.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status is 408 or 429 || (status >= 500 && status is not 501 and not 507))
            {
                return (null, new Failure($"it answered {status}", MayPass: true, response.Headers.RetryAfter));
            }

            if (status is >= 300 and < 400)
            {
                return (null, new Failure($"it answered {status}, a redirect that is not followed", MayPass: false));
            }

            if (request.Method != HttpMethod.Get)
            {
                return (new RemoteResponse(response.StatusCode, response.Content.Headers.ContentLength, null), null);
            }

            if (status is 404 or 410 or 401 or 403)
            {
                return (new RemoteResponse(response.StatusCode, null, null), null);
            }

            if (status != 200)
            {
                return (null, new Failure($"it answered {status}", MayPass: false));
            }

            return
                await ResponseBody.ReadAsync(request, response.Content, () => Expect(_patience.Silence), time.Token).ConfigureAwait(false)
                    is { } content
                ? (new RemoteResponse(response.StatusCode, content.Length, content), null)
                : (null, new Failure("it answered 200 with nothing in it", MayPass: false));
        }
        catch (OperationCanceledException e)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_breaker.IsOff)
            {
                return (null, null);
            }

            return e.InnerException is TimeoutException
                ? (null, new Failure($"no connection within {_patience.Connect.TotalSeconds:0.#} s", MayPass: true))
                : (null, new Failure($"no answer within {Stopwatch.GetElapsedTime(started).TotalSeconds:0.#} s", MayPass: false));
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError == HttpRequestError.SecureConnectionError || e.InnerException is AuthenticationException)
        {
            _breaker.TurnOff(
                "its certificate is not trusted, and there is no switch to ignore that: " + (e.InnerException ?? e).Message.TrimEnd('.')
            );
            return (null, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, new Failure((e.InnerException ?? e).Message.TrimEnd('.'), MayPass: true));
        }
    }

    private async ValueTask<HttpResponseMessage> FollowAsync(RemoteRequest request, Action progress, CancellationToken cancellation)
    {
        var uri = new Uri(_base, request.Path);
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(request, uri, progress);
            var response = await _http.SendAsync(message, cancellation).ConfigureAwait(false);
            var mayFollow = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
            if (
                (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
                || response.Headers.Location is not { } location
                || !mayFollow
                || redirects == Redirects
            )
            {
                return response;
            }

            var next = new Uri(uri, location);
            // A server elsewhere must not send this machine to services of its own.
            if (!RemoteAddress.IsSafe(next) || next.UserInfo.Length > 0 || (next.IsLoopback && !_base.IsLoopback))
            {
                return response;
            }

            response.Dispose();
            uri = next;
        }
    }

    private HttpRequestMessage Message(RemoteRequest request, Uri uri, Action progress)
    {
        var message = new HttpRequestMessage(request.Method, uri);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        message.Headers.TryAddWithoutValidation("User-Agent", "FlamingHorse.Narration");
        if (request.OnlyIfAbsent)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        if (_credentials is not null && IsSameOrigin(uri))
        {
            message.Headers.Authorization = _credentials;
        }

        if (request.Body is { } body)
        {
            message.Content = new ProgressContent(body, progress);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.BodyType);
        }

        return message;
    }

    private bool IsSameOrigin(Uri uri) =>
        uri.Scheme == _base.Scheme
        && uri.Port == _base.Port
        && string.Equals(uri.IdnHost, _base.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan Pause(int attempt, RetryConditionHeaderValue? retryAfter)
    {
        var asked = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - DateTimeOffset.UtcNow : TimeSpan.Zero);
        var own = TimeSpan.FromMilliseconds((100 * attempt * attempt) + Random.Shared.Next(100));
        return asked > own ? asked : own;
    }

    /// <summary>Ends early when the store goes off meanwhile.</summary>
    private async ValueTask PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _breaker.Off);
        await Task.Delay(pause, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    private sealed record Failure(string Reason, bool MayPass, RetryConditionHeaderValue? RetryAfter = null);
}
