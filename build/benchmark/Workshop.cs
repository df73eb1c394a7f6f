namespace FlamingHorse.Narration.Benchmark;

/// <summary>A temporary folder with a feed, a cache and packages of its own, so that nothing of this machine is measured with.</summary>
internal sealed class Workshop : IDisposable
{
    private const string PackageId = "FlamingHorse.Narration";

    public Workshop(string repository)
    {
        Root = Directory.CreateTempSubdirectory("narration-benchmark-").FullName;
        var packages = Path.Combine(repository, "artifacts", "packages");
        var package = Directory.Exists(packages)
            ? Directory
                .EnumerateFiles(packages, $"{PackageId}.*.nupkg")
                .Where(f => char.IsAsciiDigit(Path.GetFileName(f)[PackageId.Length + 1]))
                .MaxBy(File.GetLastWriteTimeUtc)
            : null;
        Package = Path.GetFileNameWithoutExtension(
            package ?? throw new InvalidOperationException($"There is no package in {packages}. Run build/pack.sh.")
        )[(PackageId.Length + 1)..];
        File.WriteAllText(
            Path.Combine(Root, "nuget.config"),
            $"""<configuration><packageSources><clear /><add key="packed" value="{packages}" /></packageSources></configuration>"""
        );
    }

    public string Root { get; }

    /// <summary>Version of the package.</summary>
    public string Package { get; }

    public string Cache => Path.Combine(Root, "cache");

    public Project NewProject(string name, bool hasPackage) => new(this, Path.Combine(Root, name), hasPackage);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
