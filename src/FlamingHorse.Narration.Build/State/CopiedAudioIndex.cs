using System.Buffers.Binary;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// Which clip was put beside the app, by file name: its SHA-256, its level, and what the file looked like then. It also says for which
/// manifest, since a build may end between the two. With it, a build knows without reading audio whether the right takes lie there.
/// </summary>
/// <param name="folder">Of the manifest.</param>
/// <param name="entries">By file name.</param>
internal sealed partial class CopiedAudioIndex(string folder, IReadOnlyDictionary<string, CopiedAudioIndex.Entry> entries)
{
    public IReadOnlyDictionary<string, Entry> Entries { get; } = entries;

    /// <summary>
    /// Whether exactly the clips of today's manifest lie in the folder. It costs one listing; no clip is read, and only the first bytes of
    /// the index.
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

    /// <summary>The clips that are unchanged beside the app: size in bytes by SHA-256.</summary>
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

    private static string ManifestIn(string folder) => Path.Combine(folder, NarrationManifest.FileName);

    /// <param name="AudioHash">SHA-256 of the stored take, lower-case hex.</param>
    /// <param name="Level">LUFS that it was to be brought to; null when levels are left alone.</param>
    /// <param name="Gain">dB by which it was raised.</param>
    /// <param name="PlacedHash">SHA-256 of the file beside the app, lower-case hex.</param>
    /// <param name="Stamp">Of that file.</param>
    internal sealed record Entry(string AudioHash, double? Level, double Gain, string PlacedHash, FileStamp Stamp);
}
