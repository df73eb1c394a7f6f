namespace FlamingHorse.Narration.Script.Segments;

/// <summary>How files are named where their order matters: the same on every machine that has the project, whatever its folder.</summary>
public static class SourcePath
{
    /// <summary>Relative to the project, with <c>/</c>; for a file outside the project the link, else the full path.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="projectDirectory">Absolute, with or without a separator at the end.</param>
    /// <param name="links">Of files outside it.</param>
    public static string Of(string path, string projectDirectory, SourceLinks links)
    {
        var (file, folder) = (path.Replace('\\', '/'), projectDirectory.Replace('\\', '/').TrimEnd('/') + "/");
        return folder.Length > 1 && file.StartsWith(folder, StringComparison.Ordinal)
            ? file.Substring(folder.Length)
            : links.Find(path) ?? file;
    }
}
