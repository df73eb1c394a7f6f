namespace FlamingHorse.Narration.Script.Segments;

/// <summary>How files are named where their order matters: the same on every machine that has the project, whatever its folder.</summary>
public static class SourcePath
{
    /// <summary>Relative to the project, with <c>/</c>; the full path of a file that lies outside it.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="projectDirectory">Absolute, with or without a separator at the end.</param>
    public static string Of(string path, string projectDirectory)
    {
        var (file, folder) = (path.Replace('\\', '/'), projectDirectory.Replace('\\', '/').TrimEnd('/') + "/");
        return folder.Length > 1 && file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length) : file;
    }
}
