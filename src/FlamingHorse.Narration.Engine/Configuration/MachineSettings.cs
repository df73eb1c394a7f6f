using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>This machine as the build sees it.</summary>
public sealed record MachineSettings
{
    /// <summary>The process environment, as it was when the build's task began. Nothing reads it a second time.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Folder of this user for things that outlive a build, such as the MLX environment and machine-wide locks.</summary>
    public string UserDataDirectory { get; init; } = Path.Combine(Path.GetTempPath(), UserFolders.FolderName);

    /// <summary>Where locks between this user's builds live.</summary>
    public string LockDirectory => Path.Combine(UserDataDirectory, "locks");

    /// <summary>What <c>~</c> stands for; null in an environment without a home.</summary>
    public string? Home { get; init; }

    /// <summary>PATH, for finding programs without starting any.</summary>
    public string SearchPath => Environment.GetValueOrDefault("PATH", "");
}
