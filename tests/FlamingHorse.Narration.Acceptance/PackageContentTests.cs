using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FlamingHorse.Narration.Acceptance;

/// <summary>What the package itself holds, without a project that uses it.</summary>
public sealed class PackageContentTests
{
    [Fact]
    public async Task Every_library_that_the_tasks_need_lies_beside_them()
    {
        using var package = await OpenAsync();
        var folders = Libraries(package).GroupBy(entry => Path.GetDirectoryName(entry.FullName)!).ToList();
        folders.ShouldNotBeEmpty();
        foreach (var folder in folders)
        {
            var present = folder.Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToHashSet(StringComparer.Ordinal);
            var needed = folder.SelectMany(References).Where(name => !IsPartOfHost(name)).Distinct();
            needed.Except(present).ShouldBeEmpty(folder.Key);
        }
    }

    [Fact]
    public async Task The_notice_names_every_third_party_library()
    {
        using var package = await OpenAsync();
        using var reader = new StreamReader(await package.GetEntry("THIRD-PARTY-NOTICES.md")!.OpenAsync());
        var notice = await reader.ReadToEndAsync();
        var others = Libraries(package).Where(entry => !entry.Name.StartsWith("FlamingHorse.", StringComparison.Ordinal)).ToList();
        others.ShouldNotBeEmpty();
        foreach (var entry in others)
        {
            notice.ShouldContain($"## {Path.GetFileNameWithoutExtension(entry.Name)} {Version(entry)}");
        }
    }

    private static async Task<ZipArchive> OpenAsync() =>
        await ZipFile.OpenReadAsync(
            Directory
                .EnumerateFiles(Path.Combine((await PackageFeed.Current).Root, "feed"), "FlamingHorse.Narration.*.nupkg")
                .Single(PackageFeed.IsMainPackage)
        );

    private static IEnumerable<ZipArchiveEntry> Libraries(ZipArchive package) =>
        package.Entries.Where(entry =>
            entry.FullName.StartsWith("tasks/", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)
        );

    /// <summary>MSBuild and the runtime bring these.</summary>
    private static bool IsPartOfHost(string name) =>
        name is "netstandard" or "mscorlib"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static List<string> References(ZipArchiveEntry entry)
    {
        using var image = Read(entry);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static string Version(ZipArchiveEntry entry)
    {
        using var image = Read(entry);
        return image.GetMetadataReader().GetAssemblyDefinition().Version.ToString(3);
    }

    private static PEReader Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new PEReader([.. bytes.ToArray()]);
    }
}
