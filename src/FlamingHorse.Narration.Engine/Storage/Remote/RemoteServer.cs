using System.Diagnostics;
using System.Net.Http.Headers;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Asks one server, and again where that can help.</summary>
internal sealed class RemoteServer(
    Uri address,
    AuthenticationHeaderValue? credentials,
    RemoteTimeouts patience,
    RemoteCircuitBreaker breaker
) : IDisposable
{
    private const int Tries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly RemoteConnection _connection = new(address, credentials, patience.Connect);

    /// <summary>Null when no usable answer came; the breaker knows.</summary>
    public async ValueTask<RemoteResponse?> SendAsync(RemoteRequest request, CancellationToken cancellation)
    {
        var exchange = new RemoteExchange(_connection, patience, breaker);
        for (var attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (breaker.IsOff)
            {
                return null;
            }

            var started = Stopwatch.GetTimestamp();
            var (answer, failure) = await exchange.TryAsync(request, cancellation).ConfigureAwait(false);
            if (answer is not null)
            {
                breaker.Answered();
                return answer;
            }

            if (failure is null)
            {
                return null;
            }

            var pause = Pause(attempt, failure.RetryAfter);
            // If the server asks for a wait of an hour, retrying after two seconds is pointless.
            var isFinal = attempt == Tries || !failure.MayPass || pause > LongestPause;
            breaker.Failed(started, failure.Reason, isFinal);
            if (isFinal)
            {
                return null;
            }

            await PauseAsync(pause, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static TimeSpan Pause(int attempt, RetryConditionHeaderValue? retryAfter)
    {
        var asked = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - DateTimeOffset.UtcNow : TimeSpan.Zero);
        var own = TimeSpan.FromMilliseconds((100 * attempt * attempt) + Random.Shared.Next(100));
        return asked > own ? asked : own;
    }

    /// <summary>Ends early if the store is switched off in the meantime.</summary>
    private async ValueTask PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, breaker.Off);
        await Task.Delay(pause, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }
}
