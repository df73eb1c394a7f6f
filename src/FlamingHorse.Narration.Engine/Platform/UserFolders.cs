namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>The per-user folders of the platform, found through the environment it is given.</summary>
public static class UserFolders
{
    public const string FolderName = "flaming-horse-narration";

    /// <summary>The user's home, or null in an environment without one.</summary>
    public static string? Home(Func<string, string?> environment)
    {
        var name = OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME";
        var home = environment(name);
        return string.IsNullOrEmpty(home) ? null : home;
    }

    /// <summary>Where data lives that outlives a build and is not a cache.</summary>
    public static string Data(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows() && environment("LOCALAPPDATA") is { Length: > 0 } local)
        {
            return Path.Combine(local, FolderName);
        }

        if (!OperatingSystem.IsWindows() && environment("XDG_DATA_HOME") is { } data && Path.IsPathRooted(data))
        {
            return Path.Combine(data, FolderName);
        }

        var home = Home(environment);
        if (home is null)
        {
            return Path.Combine(Path.GetTempPath(), FolderName);
        }

        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Application Support", FolderName)
            : Path.Combine(home, ".local", "share", FolderName);
    }
}
