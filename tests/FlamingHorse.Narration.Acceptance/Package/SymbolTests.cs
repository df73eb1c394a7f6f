using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FlamingHorse.Narration.Acceptance.Package;

/// <summary>Whoever steps into an assembly of the package, or reads a stack trace of it, finds the lines.</summary>
public sealed class SymbolTests
{
    // "Embedded Source" in the specification of portable PDBs.
    private static readonly Guid _embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Fact]
    public async Task Each_assembly_of_ours_has_its_symbols_in_the_symbol_package_and_none_in_the_package()
    {
        using var package = await PackedFiles.OpenAsync();
        using var symbols = await PackedFiles.OpenSymbolsAsync();
        var ids = new HashSet<Guid>();
        foreach (var entry in symbols.Entries.Where(IsSymbols))
        {
            using var provider = Open(entry);
            ids.Add(new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
        }

        // Native code is added to the very IL of the tasks: all platforms share the symbols of that.
        foreach (var entry in package.Entries.Where(IsOurs))
        {
            ids.ShouldContain(SymbolsOf(entry), entry.FullName);
        }

        package.Entries.ShouldNotContain(entry => IsSymbols(entry));
    }

    [Fact]
    public async Task Symbols_name_the_files_of_the_repository_and_embed_all_others()
    {
        using var symbols = await PackedFiles.OpenSymbolsAsync();
        foreach (var entry in symbols.Entries.Where(IsSymbols))
        {
            using var provider = Open(entry);
            var reader = provider.GetMetadataReader();
            reader.Documents.Count.ShouldBeGreaterThan(0, entry.FullName);
            foreach (var handle in reader.Documents)
            {
                var name = reader.GetString(reader.GetDocument(handle).Name);
                if (!IsEmbedded(reader, handle))
                {
                    name.ShouldStartWith("/_/src/", customMessage: entry.FullName);
                    File.Exists(Path.Combine(PackageFeed.Repository, name[3..])).ShouldBeTrue(name);
                }
            }
        }
    }

    private static bool IsOurs(ZipArchiveEntry entry) =>
        entry.Name.StartsWith("FlamingHorse.", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal);

    private static bool IsSymbols(ZipArchiveEntry entry) => entry.Name.EndsWith(".pdb", StringComparison.Ordinal);

    private static Guid SymbolsOf(ZipArchiveEntry assembly)
    {
        using var stream = assembly.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        using var image = new PEReader([.. bytes.ToArray()]);
        var entry = image.ReadDebugDirectory().First(entry => entry.Type == DebugDirectoryEntryType.CodeView && entry.IsPortableCodeView);
        return image.ReadCodeViewDebugDirectoryData(entry).Guid;
    }

    private static MetadataReaderProvider Open(ZipArchiveEntry symbols)
    {
        var bytes = new MemoryStream();
        using (var stream = symbols.Open())
        {
            stream.CopyTo(bytes);
        }

        bytes.Position = 0;
        return MetadataReaderProvider.FromPortablePdbStream(bytes);
    }

    private static bool IsEmbedded(MetadataReader reader, DocumentHandle document) =>
        reader
            .GetCustomDebugInformation(document)
            .Select(reader.GetCustomDebugInformation)
            .Any(information => reader.GetGuid(information.Kind) == _embeddedSource);
}
