using System.Diagnostics;
using System.Security.Authentication;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>One request and its answer, bounded in time and size.</summary>
internal sealed class RemoteExchange(RemoteConnection connection, RemoteTimeouts patience, RemoteCircuitBreaker breaker)
{
    /// <summary>An answer or a failure; neither if the store was switched off in the meantime.</summary>
    public async ValueTask<(RemoteResponse? Answer, RemoteFailure? Failure)> TryAsync(RemoteRequest request, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation, breaker.Off);
        var started = Stopwatch.GetTimestamp();
        void Expect(TimeSpan silence)
        {
            var left = patience.Exchange - Stopwatch.GetElapsedTime(started);
            time.CancelAfter(left < silence ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : silence);
        }

        try
        {
            var first = breaker.Remaining() is { } left && left < patience.Silence ? left : patience.Silence;
            Expect(first);
            using var response = await connection.SendAsync(request, () => Expect(patience.Silence), time.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status is 408 or 429 || (status >= 500 && status is not 501 and not 507))
            {
                return (null, new RemoteFailure($"it answered {status}", MayPass: true, response.Headers.RetryAfter));
            }

            if (status is >= 300 and < 400)
            {
                return (null, new RemoteFailure($"it answered {status}, a redirect that is not followed", MayPass: false));
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
                return (null, new RemoteFailure($"it answered {status}", MayPass: false));
            }

            return
                await ResponseBody.ReadAsync(request, response.Content, () => Expect(patience.Silence), time.Token).ConfigureAwait(false)
                    is { } content
                ? (new RemoteResponse(response.StatusCode, content.Length, content), null)
                : (null, new RemoteFailure("it answered 200 with an empty body", MayPass: false));
        }
        catch (OperationCanceledException e)
        {
            cancellation.ThrowIfCancellationRequested();
            if (breaker.IsOff)
            {
                return (null, null);
            }

            return e.InnerException is TimeoutException
                ? (null, new RemoteFailure($"no connection within {patience.Connect.TotalSeconds:0.#} s", MayPass: true))
                : (null, new RemoteFailure($"no answer within {Stopwatch.GetElapsedTime(started).TotalSeconds:0.#} s", MayPass: false));
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError == HttpRequestError.SecureConnectionError || e.InnerException is AuthenticationException)
        {
            breaker.TurnOff(
                "its certificate is not trusted, and there is no switch to ignore that: " + (e.InnerException ?? e).Message.TrimEnd('.')
            );
            return (null, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, new RemoteFailure((e.InnerException ?? e).Message.TrimEnd('.'), MayPass: true));
        }
    }
}
