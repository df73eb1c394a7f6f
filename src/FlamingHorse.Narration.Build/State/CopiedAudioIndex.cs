using System.Buffers.Binary;
using System.Text;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// Which clip was put beside the app, by file name: its SHA-256, its level, and what the file looked like then; and for which manifest,
/// since
/// a build may end between the two. Whether the right take lies there is answered by it without reading audio.
/// </summary>
/// <param name="folder">Of the manifest.</param>
/// <param name="entries">By file name.</param>
internal sealed class CopiedAudioIndex(string folder, IReadOnlyDictionary<string, CopiedAudioIndex.Entry> entries)
{
    private const string FileName = "audio";

    /// <summary>This build of the package, length and time of the manifest, fingerprint of the clips.</summary>
    private const int HeaderLength = 16 + (3 * sizeof(ulong));

    private static readonly Guid Format = typeof(CopiedAudioIndex).Module.ModuleVersionId;

    public IReadOnlyDictionary<string, Entry> Entries { get; } = entries;

    /// <summary>Empty when there is none that can be read; then every clip is put there again.</summary>
    /// <param name="folder">Of the manifest.</param>
    public static CopiedAudioIndex Read(string folder)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        try
        {
            if (Open(folder) is { } file)
            {
                using var reader = new BinaryReader(file, Encoding.UTF8);
                file.Position = HeaderLength;
                for (var count = reader.ReadInt32(); count > 0; count--)
                {
                    entries.Add(
                        reader.ReadString(),
                        new(
                            reader.ReadString(),
                            reader.ReadDouble() is var level && double.IsNaN(level) ? null : level,
                            reader.ReadDouble(),
                            reader.ReadString(),
                            new(reader.ReadInt64(), reader.ReadInt64())
                        )
                    );
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            entries.Clear();
        }

        return new(folder, entries);
    }

    /// <summary>
    /// Do exactly the clips of today's manifest lie in the folder? One listing; no clip is read, and of the ledger its first bytes.
    /// </summary>
    /// <param name="folder">Of the manifest.</param>
    /// <param name="directory">Beside the app.</param>
    public static bool Holds(string folder, string directory)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        try
        {
            using var file = Open(folder);
            if (file is null)
            {
                return FileStamp.Of(ManifestIn(folder)) == FileStamp.Absent && ClipIdentity.Of(directory) == 0;
            }

            file.Position = 0;
            file.ReadExactly(header);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        var manifest = FileStamp.Of(ManifestIn(folder));
        return BinaryPrimitives.ReadInt64LittleEndian(header[16..]) == manifest.Length
            && BinaryPrimitives.ReadInt64LittleEndian(header[24..]) == manifest.Modified
            && BinaryPrimitives.ReadUInt64LittleEndian(header[32..]) == ClipIdentity.Of(directory);
    }

    /// <summary>The clips that lie beside the app as they were put there: size in bytes by SHA-256.</summary>
    /// <param name="directory">Beside the app.</param>
    public IReadOnlyDictionary<string, long> Unchanged(string directory)
    {
        var unchanged = new Dictionary<string, long>(Entries.Count, StringComparer.Ordinal);
        foreach (var (name, entry) in Entries)
        {
            if (FileStamp.Of(Path.Combine(directory, name)) == entry.Stamp)
            {
                unchanged[entry.AudioHash] = entry.Stamp.Length;
            }
        }

        return unchanged;
    }

    /// <summary>
    /// After a change of the level nothing lies there as it should, whatever ends the build before the clips are placed again.
    /// </summary>
    /// <param name="folder">Of the manifest.</param>
    /// <param name="level">LUFS, or null.</param>
    public static void ForgetOtherLevel(string folder, double? level)
    {
        if (Read(folder).Entries.Values.Any(entry => !entry.Level.Equals(level)))
        {
            File.Delete(Path.Combine(folder, FileName));
        }
    }

    /// <summary>For the manifest as it is now.</summary>
    public CopiedAudioIndex With(IReadOnlyDictionary<string, Entry> entries) => new(folder, entries);

    public void Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            var manifest = FileStamp.Of(ManifestIn(folder));
            writer.Write(Format.ToByteArray());
            writer.Write(manifest.Length);
            writer.Write(manifest.Modified);
            writer.Write(Fingerprint());
            writer.Write(Entries.Count);
            foreach (var (name, entry) in Entries)
            {
                writer.Write(name);
                writer.Write(entry.AudioHash);
                writer.Write(entry.Level ?? double.NaN);
                writer.Write(entry.Gain);
                writer.Write(entry.PlacedHash);
                writer.Write(entry.Stamp.Length);
                writer.Write(entry.Stamp.Modified);
            }
        }

        AtomicFile.Write(Path.Combine(folder, FileName), bytes.GetBuffer().AsSpan(0, (int)bytes.Length), isDurable: false);
    }

    /// <summary>Of what should lie there; a file that could not be taken away makes the folder another.</summary>
    private ulong Fingerprint()
    {
        var sum = 0UL;
        foreach (var (name, entry) in Entries)
        {
            sum += ClipIdentity.Of(name, entry.Stamp.Length, entry.Stamp.Modified);
        }

        return sum;
    }

    private static string ManifestIn(string folder) => Path.Combine(folder, NarrationManifest.FileName);

    /// <summary>Null when there is none of this build of the package.</summary>
    private static FileStream? Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var file = File.OpenRead(path);
        Span<byte> format = stackalloc byte[16];
        if (file.ReadAtLeast(format, format.Length, throwOnEndOfStream: false) == format.Length && new Guid(format) == Format)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <param name="AudioHash">SHA-256 of the stored take, lower-case hex.</param>
    /// <param name="Level">LUFS that it was to be brought to; null when levels are left alone.</param>
    /// <param name="Gain">dB by which it was raised.</param>
    /// <param name="PlacedHash">SHA-256 of the file beside the app, lower-case hex.</param>
    /// <param name="Stamp">Of that file.</param>
    internal sealed record Entry(string AudioHash, double? Level, double Gain, string PlacedHash, FileStamp Stamp);
}
