namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>Finds programs the way a shell would, without starting one.</summary>
internal static class Executable
{
    /// <summary>The path of a program: <paramref name="name"/> itself when it is one, else the first on PATH that may be run. Symlinks stay as they are. Null when there is none.</summary>
    /// <param name="name">A name, or a path, then absolute or relative to <paramref name="folder"/>.</param>
    /// <param name="searchPath">As in PATH.</param>
    /// <param name="folder">Null is the current folder.</param>
    public static string? Find(string name, string? searchPath, string? folder = null)
    {
        if (name.Contains('/') || (OperatingSystem.IsWindows() && name.Contains('\\')))
        {
            return Candidates(Path.Combine(folder ?? "", name)).FirstOrDefault(CanRun);
        }

        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => Candidates(Path.Combine(folder, name))).FirstOrDefault(CanRun);
    }

    private static IEnumerable<string> Candidates(string path) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(path) ? [path + ".exe", path + ".cmd", path + ".bat"] : [path];

    private static bool CanRun(string path)
    {
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & anyExecute) != 0);
    }
}
