namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>Finds programs the way a shell would, without starting one.</summary>
internal static class Executable
{
    /// <summary>What Windows itself can start. PATHEXT also names scripts, which need another program to run them.</summary>
    private static readonly string[] WindowsExtensions = [".exe", ".com", ".cmd", ".bat"];

    /// <summary>
    /// The path of a program: <paramref name="name"/> itself when it is one, else the first on PATH that may be run. Symlinks stay as
    /// they are. Null when there is none.
    /// </summary>
    /// <param name="name">A name, or a path, then absolute or relative to <paramref name="folder"/>.</param>
    /// <param name="searchPath">As in PATH; its relative folders start at <paramref name="folder"/> too.</param>
    /// <param name="folder">Null is the current folder.</param>
    public static string? Find(string name, string? searchPath, string? folder = null) =>
        Find(name, searchPath, folder, OperatingSystem.IsWindows());

    /// <summary>The same by the rules of Windows or of the others.</summary>
    internal static string? Find(string name, string? searchPath, string? folder, bool isWindows)
    {
        var isPath = name.Contains('/') || (isWindows && name.Contains('\\'));
        IEnumerable<string> folders = isPath
            ? [""]
            : (searchPath ?? "").Split(isWindows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
        return folders
            .SelectMany(entry => FileNames(Path.Combine(folder ?? "", entry, name), isWindows))
            .FirstOrDefault(path => CanRun(path, isWindows));
    }

    /// <summary>On Windows a name may omit its extension; the end of <c>python3.12</c> does not count as one.</summary>
    private static IEnumerable<string> FileNames(string path, bool isWindows)
    {
        if (!isWindows)
        {
            return [path];
        }

        var extension = Path.GetExtension(path);
        if (WindowsExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            return [path];
        }

        var completed = WindowsExtensions.Select(end => path + end);
        return extension.Length == 0 ? completed : completed.Append(path);
    }

    private static bool CanRun(string path, bool isWindows)
    {
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path)
            && (isWindows || OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & anyExecute) != UnixFileMode.None);
    }
}
