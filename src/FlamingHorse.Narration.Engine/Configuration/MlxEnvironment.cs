using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>The isolated Python environment that <c>SetupNarration</c> makes, one per user.</summary>
public static class MlxEnvironment
{
    /// <summary>The environment's own folder.</summary>
    /// <param name="userData">The user's folder for what outlives a build.</param>
    public static string Directory(string userData) => Path.Combine(userData, "venv");

    /// <summary>Its interpreter, which may not exist. Never resolve its symlink: it is what makes Python see the environment.</summary>
    /// <param name="userData">As for <see cref="Directory"/>.</param>
    /// <param name="family">The operating system whose rules hold.</param>
    public static string Python(string userData, SystemFamily family) =>
        family == SystemFamily.Windows
            ? Path.Combine(Directory(userData), "Scripts", "python.exe")
            : Path.Combine(Directory(userData), "bin", "python");
}
