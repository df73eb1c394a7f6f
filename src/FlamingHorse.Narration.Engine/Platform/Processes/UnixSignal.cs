using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>.NET can only kill; a polite end needs the system call.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnixSignal
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends to the process, and to its group when it leads one. A process that is gone is no error.</summary>
    public static void SendToGroup(int leader, int signal)
    {
        if (kill(-leader, signal) != 0)
        {
            _ = kill(leader, signal);
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int pid, int signal);
}
