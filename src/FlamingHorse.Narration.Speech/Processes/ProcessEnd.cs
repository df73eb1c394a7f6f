using System.Diagnostics;
using System.Runtime.Versioning;

namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>Ends the program at once, whatever its threads are doing.</summary>
internal static class ProcessEnd
{
    /// <summary>
    /// Ends the process without shutting down the runtime or native libraries, which would wait for threads in long calls, or crash.
    /// </summary>
    public static void Now(int code)
    {
        DiagnosticFiles.Delete();
        if (OperatingSystem.IsWindows())
        {
            _ = WindowsCalls.TerminateProcess(WindowsCalls.GetCurrentProcess(), (uint)code);
        }
        else
        {
            UnixCalls.Exit(code);
        }

        throw new UnreachableException();
    }

    /// <summary>Restores the system's SIGTERM, which ends the process in milliseconds; the runtime's waits for threads.</summary>
    public static void ByDefaultSignal()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = UnixCalls.SetHandler(UnixCalls.SignalTerminate, 0);
        }
    }

    /// <summary>
    /// Ends the program when its parent has ended, for work whose input ends earlier. On Windows, the host's job does this.
    /// </summary>
    public static void WithParent()
    {
        if (!OperatingSystem.IsWindows())
        {
            new Thread(WaitForParent) { IsBackground = true, Name = "parent" }.Start();
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void WaitForParent()
    {
        var parent = UnixCalls.GetParent();
        while (UnixCalls.GetParent() == parent)
        {
            Thread.Sleep(TimeSpan.FromSeconds(0.5));
        }

        Now(1);
    }
}
