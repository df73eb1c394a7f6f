namespace FlamingHorse.Narration.Generator.Tests.Projects;

/// <summary>Generated files held against what a reader has once found good. <c>UPDATE_SNAPSHOTS=1</c> writes them anew.</summary>
internal static class Snapshot
{
    public static void Matches(string name, Generation generation)
    {
        var actual = string.Concat(
            generation.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"// ==== {file.Key}\n{file.Value}\n")
        );
        var path = Path.Combine(Folder(), $"{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, actual);

        File.Exists(path)
            .ShouldBeTrue($"There is no snapshot '{name}'. Run the tests once with UPDATE_SNAPSHOTS=1 and read what it writes.");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "Snapshots")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The folder of the snapshots is not above the tests.");

        return Path.Combine(folder.FullName, "Snapshots");
    }
}
