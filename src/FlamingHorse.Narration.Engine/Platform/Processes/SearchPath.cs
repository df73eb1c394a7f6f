namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>The folders in which programs are looked for, as PATH lists them.</summary>
internal static class SearchPath
{
    private const string AppleFolder = "/usr/bin";

    /// <summary>Homebrew's, on Apple silicon and on Intel.</summary>
    private static readonly string[] _homebrew = ["/opt/homebrew/bin", "/usr/local/bin"];

    /// <summary>
    /// PATH with what it lacks: an IDE that was started from a Mac's dock has the system's own folders and none of Homebrew's, where flite,
    /// espeak-ng, ffmpeg and Python are. Those go last, so that nothing the user chose changes.
    /// </summary>
    public static string Complete(string? path, SystemFamily family)
    {
        if (family != SystemFamily.MacOS)
        {
            return path ?? "";
        }

        var folders = Split(path);
        return string.Join(':', [.. folders, .. _homebrew.Except(folders.Select(Plain), StringComparer.Ordinal)]);
    }

    /// <summary>PATH without the folder whose <c>python3</c> is Apple's stub: started, it opens an installer.</summary>
    public static string WithoutStubs(string path, SystemFamily family) =>
        family == SystemFamily.MacOS ? string.Join(':', Split(path).Where(folder => Plain(folder) != AppleFolder)) : path;

    private static string[] Split(string? path) => (path ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string folder) => folder.Length > 1 ? folder.TrimEnd('/') : folder;
}
