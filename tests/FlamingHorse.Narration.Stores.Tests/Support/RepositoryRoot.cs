namespace FlamingHorse.Narration.Stores.Tests.Support;

internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Directory.Packages.props")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
