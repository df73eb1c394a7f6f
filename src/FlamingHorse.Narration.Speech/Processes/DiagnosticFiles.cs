namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>
/// Sockets and pipes that the runtime makes for debuggers, in the folder for temporary files. It removes them in an orderly end only, which
/// this program does not have.
/// </summary>
internal static class DiagnosticFiles
{
    /// <summary>Of a process that is started: with 0 it makes none.</summary>
    public const string Variable = "DOTNET_EnableDiagnostics";

    /// <summary>Those of this process.</summary>
    public static void Delete()
    {
#pragma warning disable RS0030 // a program of its own reads its own environment
        if (OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable(Variable) == "0")
#pragma warning restore RS0030
        {
            return;
        }

        try
        {
            foreach (var kind in new[] { "dotnet-diagnostic", "clr-debug-pipe" })
            {
                foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), $"{kind}-{Environment.ProcessId}-*"))
                {
                    File.Delete(file);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // litter at worst
        }
    }
}
