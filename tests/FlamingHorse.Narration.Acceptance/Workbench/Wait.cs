using System.Diagnostics;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>Waiting for what other processes do.</summary>
public static class Wait
{
    /// <param name="condition">Looked at every 50 ms.</param>
    /// <param name="limit">After it the test fails.</param>
    /// <param name="say">What the failure says.</param>
    public static async Task UntilAsync(Func<bool> condition, TimeSpan limit, Func<string> say)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); await Task.Delay(50))
        {
            watch.Elapsed.ShouldBeLessThan(limit, say());
        }
    }

    /// <summary>False also for one that is dead and not yet waited for.</summary>
    public static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
