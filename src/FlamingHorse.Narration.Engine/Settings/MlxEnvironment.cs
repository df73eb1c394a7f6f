namespace FlamingHorse.Narration.Engine.Settings;

/// <summary>The isolated Python environment that <c>SetupNarration</c> makes, one per user.</summary>
public static class MlxEnvironment
{
    /// <summary>The environment's own folder.</summary>
    public static string Directory(Func<string, string?> environment) => Path.Combine(UserFolders.Data(environment), "venv");

    /// <summary>Its interpreter, which may not exist. Never resolve its symlink: it is what makes Python see the environment.</summary>
    public static string Python(Func<string, string?> environment) => OperatingSystem.IsWindows()
        ? Path.Combine(Directory(environment), "Scripts", "python.exe")
        : Path.Combine(Directory(environment), "bin", "python");
}
