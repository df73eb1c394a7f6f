using System.ComponentModel;
using System.Diagnostics;

namespace FlamingHorse.Narration.Stores.Tests.Support;

internal static class Shell
{
    /// <summary>Runs a program to its end; its output. Fails with what it said.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {output}{error.Result}");
        return output;
    }

    /// <summary>Starts this assembly's own <c>Main</c> as another process.</summary>
    public static Process StartChild(params string[] arguments) => StartChild([], arguments);

    /// <summary>Program and arguments that start this assembly's own <c>Main</c>.</summary>
    public static string[] ChildCommand(params string[] arguments)
    {
        // The tests run in a program of their own, or in one that dotnet runs.
        var isProgram = Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet";
        return isProgram
            ? [Environment.ProcessPath!, .. arguments]
            : [Environment.ProcessPath!, "exec", typeof(Shell).Assembly.Location, .. arguments];
    }

    /// <summary>The same with variables of the environment.</summary>
    public static Process StartChild(IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var command = ChildCommand(arguments);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e) when (OperatingSystem.IsWindows() && e.NativeErrorCode == InternalError)
        {
            return Process.Start(start)!;
        }
    }

    /// <summary>
    /// Seen now and then under wine on a busy machine: wine's loader gives up a process before its first instruction and gives no reason
    /// (<c>NtCreateUserProcess</c> in wine's dlls/ntdll/unix/process.c).
    /// </summary>
    private const int InternalError = 1359;
}
