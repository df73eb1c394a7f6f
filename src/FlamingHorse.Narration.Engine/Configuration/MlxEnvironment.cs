using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>The isolated Python environment that <c>SetupNarration</c> makes, one per user.</summary>
public static class MlxEnvironment
{
    /// <summary>The environment's own folder.</summary>
    /// <param name="userData">The user's folder for what outlives a build.</param>
    public static string Directory(string userData) => Path.Combine(userData, "venv");

    /// <summary>Its interpreter, which may not exist. Never resolve its symlink: it is what makes Python see the environment.</summary>
    public static string Python(Func<string, string?> environment) =>
        OperatingSystem.IsWindows()
            ? Path.Combine(Directory(UserFolders.Data(environment)), "Scripts", "python.exe")
            : Path.Combine(Directory(UserFolders.Data(environment)), "bin", "python");
}
