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

    /// <summary>What a task needs that needs no other setting.</summary>
    /// <param name="environment">The process environment, as it was when the task began.</param>
    /// <param name="projectDirectory">Where <c>.env</c> files are looked for, upwards.</param>
    public static MachineSettings Read(IReadOnlyDictionary<string, string> environment, string projectDirectory) =>
        Read(environment, new LayeredEnvironment(environment, projectDirectory), CurrentSystem.Family);

    /// <summary>The same, of an environment whose files are read already.</summary>
    internal static MachineSettings Read(
        IReadOnlyDictionary<string, string> environment,
        LayeredEnvironment layered,
        SystemFamily family
    ) =>
        new()
        {
            Environment = environment,
            UserDataDirectory = UserFolders.Data(name => layered[name], family),
            Home = UserFolders.Home(name => layered[name], family),
        };

    /// <summary>PATH, for finding programs without starting any.</summary>
    public string SearchPath => Platform.Processes.SearchPath.Complete(Environment.GetValueOrDefault("PATH"), CurrentSystem.Family);
}
