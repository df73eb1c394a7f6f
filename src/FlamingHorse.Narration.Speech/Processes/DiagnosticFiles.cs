namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>
/// Sockets and pipes that the runtime creates for debuggers, in the folder for temporary files. It removes them only at an orderly
/// shutdown, which this program does not have.
/// </summary>
internal static class DiagnosticFiles
{
    /// <summary>Set to 0 for a child process, this variable stops the runtime from creating them.</summary>
    public const string Variable = "DOTNET_EnableDiagnostics";

    /// <summary>Deletes those of this process.</summary>
    public static void Delete()
    {
#pragma warning disable RS0030 // a separate program reads its own environment
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
            // at worst, files are left over
        }
    }
}
