using System.IO.Compression;

namespace FlamingHorse.Narration.Acceptance.Package;

/// <summary>What lies in the packed package.</summary>
internal static class PackedFiles
{
    /// <summary>Platforms whose tasks are shipped with native code, each with the machine of its COFF header.</summary>
    /// <remarks>
    /// A ReadyToRun image has the processor's machine, combined by exclusive or with the operating system's number: 7B79 on Linux, with
    /// glibc and with musl alike, 4644 on macOS, none on Windows (ReadyToRun format, "PE headers").
    /// </remarks>
    public static IReadOnlyDictionary<string, ushort> Machines { get; } =
        new Dictionary<string, ushort>(StringComparer.Ordinal)
        {
            ["linux-x64"] = 0xFD1D,
            ["linux-arm64"] = 0xD11D,
            ["linux-musl-x64"] = 0xFD1D,
            ["osx-arm64"] = 0xEC20,
            ["osx-x64"] = 0xC020,
            ["win-x64"] = 0x8664,
        };

    public static TheoryData<string> Platforms => [.. Machines.Keys];

    public static async Task<ZipArchive> OpenAsync() => await ZipFile.OpenReadAsync((await PackageFeed.Current).PackageFile);

    public static async Task<ZipArchive> OpenSymbolsAsync() =>
        await ZipFile.OpenReadAsync(Path.ChangeExtension((await PackageFeed.Current).PackageFile, ".snupkg"));

    /// <summary>The bytes of every assembly directly in this folder of the package.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> AssembliesAsync(string folder)
    {
        using var package = await OpenAsync();
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (
            var entry in package.Entries.Where(e => e.FullName == $"{folder}/{e.Name}" && e.Name.EndsWith(".dll", StringComparison.Ordinal))
        )
        {
            using var bytes = new MemoryStream();
            await using var content = await entry.OpenAsync();
            await content.CopyToAsync(bytes);
            found[entry.Name] = bytes.ToArray();
        }

        return found;
    }

    public static async Task<string> TextAsync(string path)
    {
        using var package = await OpenAsync();
        using var reader = new StreamReader(await package.GetEntry(path).ShouldNotBeNull(path).OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
