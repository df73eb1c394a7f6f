using System.Diagnostics;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// Decides when a build stops asking: after three failures in a row, or when failing has cost more time than the patience for it allows.
/// It never closes again within the build.
/// </summary>
/// <param name="patience">See <see cref="RemoteTimeouts.Failing"/>.</param>
/// <param name="whenOff">Called once, with what went wrong first.</param>
internal sealed class RemoteCircuitBreaker(TimeSpan patience, Action<string> whenOff) : IDisposable
{
    private const int FailuresInARow = 3;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _off = new();
    private int _failures;
    private long? _failingSince;
    private string _reason = "";
    private long _lastAnswer = long.MinValue;

    public bool IsOff => _off.IsCancellationRequested;

    /// <summary>Ends whatever is still under way when the store goes off.</summary>
    public CancellationToken Off => _off.Token;

    /// <summary>How long failing may go on; null while nothing fails.</summary>
    public TimeSpan? Remaining()
    {
        lock (_gate)
        {
            return _failingSince is { } since ? Max(patience - Stopwatch.GetElapsedTime(since), TimeSpan.FromMilliseconds(1)) : null;
        }
    }

    public void Answered()
    {
        lock (_gate)
        {
            (_failures, _failingSince, _lastAnswer) = (0, null, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>One try failed; another may follow.</summary>
    /// <param name="started">When it began (<see cref="Stopwatch.GetTimestamp"/>).</param>
    /// <param name="reason">For the warning.</param>
    /// <param name="isFinal">No other try follows: it counts as a failure.</param>
    public void Failed(long started, string reason, bool isFinal)
    {
        bool off;
        lock (_gate)
        {
            // If others were answered in the meantime, only this exchange is slow, not the server.
            if (_failingSince is null)
            {
                (_failingSince, _reason) = (started > _lastAnswer ? started : Stopwatch.GetTimestamp(), reason);
            }

            _failures += isFinal ? 1 : 0;
            off = _failures >= FailuresInARow || Stopwatch.GetElapsedTime(_failingSince.Value) >= patience;
        }

        if (off)
        {
            // Later failures may only be the shorter time that was left.
            TurnOff(_reason);
        }
    }

    public void TurnOff(string reason)
    {
        lock (_gate)
        {
            if (IsOff)
            {
                return;
            }

            _off.Cancel();
        }

        whenOff(reason);
    }

    public void Dispose() => _off.Dispose();

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
