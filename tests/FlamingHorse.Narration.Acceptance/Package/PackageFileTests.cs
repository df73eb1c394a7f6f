namespace FlamingHorse.Narration.Acceptance.Package;

public sealed class PackageFileTests
{
    private const long LargestPackage = 20_000_000;

    [Fact]
    public async Task The_package_holds_the_files_of_the_list_and_no_others()
    {
        var list = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Package", "package-files.txt"));
        using var package = await PackedFiles.OpenAsync();

        var packed = package.Entries.Select(e =>
            e.Name.EndsWith(".psmdcp", StringComparison.Ordinal)
                ? e.FullName[..^e.Name.Length] + "*.psmdcp"
                : Uri.UnescapeDataString(e.FullName)
        );

        packed
            .Order(StringComparer.Ordinal)
            .ShouldBe(list.Where(l => !l.StartsWith('#')).SelectMany(EachPlatform).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_package_stays_under_twenty_megabytes()
    {
        var size = new FileInfo((await PackageFeed.Current).PackageFile).Length;

        size.ShouldBeLessThan(LargestPackage);
    }

    private static IEnumerable<string> EachPlatform(string path) =>
        path.Contains("{platform}", StringComparison.Ordinal)
            ? PackedFiles.Machines.Keys.Select(p => path.Replace("{platform}", p, StringComparison.Ordinal))
            : [path];
}
