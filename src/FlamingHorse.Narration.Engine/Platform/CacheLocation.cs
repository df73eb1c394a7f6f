namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>The folder of the cache where no setting names one.</summary>
public static class CacheLocation
{
    private const string Name = UserFolders.FolderName;

    /// <summary>The folder of this package beside the platform's other caches.</summary>
    /// <param name="environment">Gives environment variables; null or empty is unset.</param>
    /// <param name="family">The system whose conventions apply. macOS does not use XDG variables.</param>
    public static string Default(Func<string, string?> environment, SystemFamily family)
    {
        if (family == SystemFamily.Windows)
        {
            var local = environment("LOCALAPPDATA") is { Length: > 0 } set
                ? set
                : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.Combine(local, Name);
        }

        var home = environment("HOME") is { Length: > 0 } at ? at : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (family == SystemFamily.MacOS)
        {
            return Path.Combine(home, "Library", "Caches", Name);
        }

        // The XDG rule: a relative path there is invalid and ignored.
        return environment("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg)
            ? Path.Combine(xdg, Name)
            : Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), ".cache", Name);
    }
}
