using System.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

/// <summary>Looks at processes that are not children of this one.</summary>
internal static class LiveProcess
{
    /// <summary>False for a zombie: it has ended, and only its exit code was not asked for.</summary>
    public static bool IsRunning(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A signal is delivered a moment after it was sent.</summary>
    /// <exception cref="TimeoutException">It still runs after two seconds.</exception>
    public static async Task WaitForEndAsync(int pid)
    {
        var clock = Stopwatch.StartNew();
        while (IsRunning(pid))
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(2))
            {
                using var left = Process.GetProcessById(pid);
                left.Kill();
                throw new TimeoutException($"process {pid} was left running");
            }

            await Task.Delay(10);
        }
    }
}
