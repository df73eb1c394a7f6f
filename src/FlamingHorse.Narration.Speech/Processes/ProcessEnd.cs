using System.Diagnostics;
using System.Runtime.Versioning;

namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>How the program leaves: at once, whatever its threads do.</summary>
internal static class ProcessEnd
{
    /// <summary>
    /// No shutdown of the runtime or of native libraries, which would wait for, or crash on, threads that are in a long run.
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

    /// <summary>The system's own answer to a polite signal ends the process in milliseconds; the runtime's waits for its threads.</summary>
    public static void ByDefaultSignal()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = UnixCalls.SetHandler(UnixCalls.SignalTerminate, 0);
        }
    }

    /// <summary>
    /// Leaves when the starting process has ended: for work whose input ends before it does. On Windows the host's job does it.
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
