namespace FlamingHorse.Narration.Benchmark;

/// <summary>A temporary folder with a feed, a cache and packages of its own, so that nothing of this machine is measured with.</summary>
internal sealed class Workshop : IDisposable
{
    public const string PackageId = "FlamingHorse.Narration";

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

    /// <summary>When the last clip got its place in the cache.</summary>
    public DateTime LastStored() =>
        Directory
            .EnumerateFiles(Cache, "*.json", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}ac{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.GetLastWriteTimeUtc)
            .Max();

    public Project NewProject(string name, bool hasPackage) => new(this, Path.Combine(Root, name), hasPackage ? [PackageId] : []);

    /// <summary>The settings of a worker that takes no time.</summary>
    public IReadOnlyList<string> UseScriptedWorker(string repository)
    {
        // MSBuild takes quotes away from a property on the command line, and the repository's path may hold spaces.
        var worker = Path.Combine(Root, "scripted_worker.py");
        File.Copy(Path.Combine(repository, "tests", "scripted-worker", "scripted_worker.py"), worker, overwrite: true);
        // Nobody listens: an aligner of this machine would take more time than all the rest.
        return ["-p:NarrationBackend=worker", $"-p:NarrationWorkerCommand=python3 {worker}", "-p:NarrationRecognizer=None"];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
