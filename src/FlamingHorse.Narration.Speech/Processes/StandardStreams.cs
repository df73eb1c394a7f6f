using Microsoft.Win32.SafeHandles;

namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>The two pipes to the process that started the program.</summary>
internal static class StandardStreams
{
    /// <summary>
    /// Keeps the real standard output for answers and points descriptor 1 at standard error: prints of managed and native code then go to
    /// the log and can't break the protocol. Call it once, before anything else.
    /// </summary>
    public static Stream ClaimOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            var process = WindowsCalls.GetCurrentProcess();
            var output = WindowsCalls.GetStdHandle(WindowsCalls.StandardOutput);
            _ = WindowsCalls.DuplicateHandle(process, output, process, out var kept, 0, isInherited: 0, WindowsCalls.SameAccess);
            _ = WindowsCalls.DuplicateDescriptor(2, 1); // sets the standard handle too, which Console reads when it is first used
            return new FileStream(new SafeFileHandle(kept, ownsHandle: true), FileAccess.Write, bufferSize: 0);
        }

        var answers = Console.OpenStandardOutput(); // of a copy of the descriptor
        _ = UnixCalls.Duplicate(2, 1);
        return answers;
    }

    public static Stream OpenInput() => Console.OpenStandardInput();
}
