namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>The per-user folders of the platform, found through the environment it is given.</summary>
public static class UserFolders
{
    public const string FolderName = "flaming-horse-narration";

    private const string XdgData = "XDG_DATA_HOME";

    /// <summary>The user's home, or null in an environment without one.</summary>
    /// <param name="environment">Gives environment variables; null or empty is unset.</param>
    /// <param name="family">The operating system whose rules hold.</param>
    public static string? Home(Func<string, string?> environment, SystemFamily family)
    {
        var name = family == SystemFamily.Windows ? "USERPROFILE" : "HOME";
        var home = environment(name);
        return string.IsNullOrEmpty(home) ? null : home;
    }

    /// <summary>Where data lives that outlives a build and is not a cache.</summary>
    /// <param name="environment">Gives environment variables; null or empty is unset.</param>
    /// <param name="family">
    /// Whose customs hold. On macOS a terminal may have XDG's variables and an IDE has not: followed there, one user would have two
    /// folders, and two builds at once two locks.
    /// </param>
    public static string Data(Func<string, string?> environment, SystemFamily family)
    {
        if (family == SystemFamily.Windows && environment("LOCALAPPDATA") is { Length: > 0 } local)
        {
            return Path.Combine(local, FolderName);
        }

        if (family == SystemFamily.Linux && FromXdg(environment) is { } data)
        {
            return data;
        }

        var home = Home(environment, family);
        if (home is null)
        {
            return Path.Combine(Path.GetTempPath(), FolderName);
        }

        return family == SystemFamily.MacOS
            ? Path.Combine(home, "Library", "Application Support", FolderName)
            : Path.Combine(home, ".local", "share", FolderName);
    }

    /// <summary>Where the first versions of this package kept the same data on a Mac; null on other systems.</summary>
    public static string? FormerData(Func<string, string?> environment, SystemFamily family) =>
        family == SystemFamily.MacOS ? FromXdg(environment) : null;

    private static string? FromXdg(Func<string, string?> environment) =>
        environment(XdgData) is { Length: > 0 } data && Path.IsPathRooted(data) ? Path.Combine(data, FolderName) : null;
}
