using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>
/// ONNX Runtime's official builds report home unless a variable forbids it in the environment that the process was started with. A program
/// that was started without it starts itself again.
/// </summary>
internal static class Telemetry
{
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Returns the exit code of the program that ran instead; null if this one may continue.</summary>
    public static int? StartAgainWithoutIt(string[] arguments)
    {
#pragma warning disable RS0030 // a separate program reads its own environment
        if (Environment.GetEnvironmentVariable(Variable) == "1")
#pragma warning restore RS0030
        {
            return null;
        }

#pragma warning disable RS0030 // the environment of the process that takes its place
        Environment.SetEnvironmentVariable(Variable, "1"); // inherited by a child; too late for this process
#pragma warning restore RS0030
        string[] command = [Environment.ProcessPath!, .. HostArguments(), .. arguments];
        if (!OperatingSystem.IsWindows())
        {
            // The same process with another program: input, output, signals and exit code stay what they are.
            DiagnosticFiles.Delete();
            _ = UnixCalls.SetVariable(DiagnosticFiles.Variable, "0", overwrite: 0);
            _ = UnixCalls.SetVariable(Variable, "1", overwrite: 1);
            _ = UnixCalls.Replace(command[0], [.. command, null]);
        }

        return RunChild(command);
    }

    /// <summary>The program's assembly, if <c>dotnet</c> runs it.</summary>
    private static string[] HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    /// <summary>Standard streams are inherited.</summary>
    private static int RunChild(string[] command)
    {
        if (OperatingSystem.IsWindows())
        {
            DieTogether();
        }

#pragma warning disable RS0030 // the child takes over these very streams; CliWrap always puts pipes in between
        using var child = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false })!;
#pragma warning restore RS0030
        child.WaitForExit();
        return child.ExitCode;
    }

    /// <summary>
    /// Puts this process into a job that ends with it; a child is born into it. Only the end of the process closes the job.
    /// </summary>
    [SupportedOSPlatform("windows")]
    private static void DieTogether()
    {
        var job = WindowsCalls.CreateJobObjectW(0, null);
        var limits = new WindowsCalls.JobLimits { LimitFlags = WindowsCalls.KillOnJobClose };
        _ = WindowsCalls.SetInformationJobObject(
            job,
            WindowsCalls.ExtendedLimitInformation,
            ref limits,
            Marshal.SizeOf<WindowsCalls.JobLimits>()
        );
        _ = WindowsCalls.AssignProcessToJobObject(job, WindowsCalls.GetCurrentProcess());
    }
}
