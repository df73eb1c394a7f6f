using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>
/// Signals to a child and to all processes of the group that it leads, which neither .NET nor CliWrap can send. On Windows, which has job
/// objects instead, nothing is sent.
/// </summary>
internal static class ProcessGroup
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    /// <summary>Asks all members to end; a child that leads no group (yet) is asked alone. An ended process is not an error.</summary>
    public static void Terminate(int leader)
    {
        if (!OperatingSystem.IsWindows() && kill(-leader, SigTerm) != 0)
        {
            _ = kill(leader, SigTerm);
        }
    }

    /// <summary>
    /// Ends all members, also those whose parent has changed, which no kill of the child's tree finds. The leader itself may have ended:
    /// its id names the group, and is given to no other process, for as long as a member is left.
    /// </summary>
    public static void Kill(int leader)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = kill(-leader, SigKill);
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int pid, int signal);
}
