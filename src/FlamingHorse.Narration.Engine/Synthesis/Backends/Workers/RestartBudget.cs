using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>How often a worker may still be started again in this build, whichever model it is for.</summary>
internal sealed class RestartBudget(IReadOnlyList<TimeSpan> backoff)
{
    private int _failures;
    private Finding? _last;

    /// <summary>Workers started so far.</summary>
    public int Starts { get; set; }

    /// <summary>Books a failure; the wait before the next start.</summary>
    public TimeSpan Fail(Finding finding)
    {
        _last = finding;
        return _failures++ < backoff.Count ? backoff[_failures - 1] : TimeSpan.Zero;
    }

    /// <exception cref="NarrationException">The last failure, when no restart is left.</exception>
    public void ThrowIfSpent()
    {
        if (_failures > backoff.Count)
        {
            throw new NarrationException(_last!);
        }
    }
}
