namespace FlamingHorse.Narration.Testing;

/// <summary>The working tree that these tests were built in.</summary>
public static class Repository
{
    /// <summary>Absolute.</summary>
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "FlamingHorse.Narration.sln")) ? folder.FullName : Find(folder.Parent!);
}
