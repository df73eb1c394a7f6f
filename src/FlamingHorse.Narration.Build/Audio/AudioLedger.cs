using System.Text;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Files;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Build.Audio;

/// <summary>
/// Which clip was put beside the app, by file name: its SHA-256, and what the file looked like then; and for which manifest, since
/// a build may end between the two. Whether the right take lies there is answered by it without reading audio.
/// </summary>
/// <param name="folder">Of the manifest.</param>
/// <param name="manifest">Whose clips these are.</param>
/// <param name="entries">By file name.</param>
internal sealed class AudioLedger(string folder, FileStamp manifest, IReadOnlyDictionary<string, AudioLedger.Entry> entries)
{
    private const string FileName = "audio";
    private static readonly Guid Format = typeof(AudioLedger).Module.ModuleVersionId;

    private FileStamp ManifestNow => FileStamp.Of(Path.Combine(folder, NarrationManifest.FileName));

    public IReadOnlyDictionary<string, Entry> Entries { get; } = entries;

    public static AudioLedger Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var manifest = FileStamp.Absent;
        try
        {
            if (File.Exists(path))
            {
                using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
                if (new Guid(reader.ReadBytes(16)) == Format)
                {
                    manifest = new(reader.ReadInt64(), reader.ReadInt64());
                    for (var count = reader.ReadInt32(); count > 0; count--)
                    {
                        entries.Add(reader.ReadString(), new(reader.ReadString(), new(reader.ReadInt64(), reader.ReadInt64())));
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            entries.Clear(); // then every clip is put there again
            manifest = FileStamp.Absent;
        }

        return new(folder, manifest, entries);
    }

    /// <summary>For the manifest as it is now.</summary>
    public AudioLedger With(IReadOnlyDictionary<string, Entry> entries) => new(folder, ManifestNow, entries);

    public void Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format.ToByteArray());
            writer.Write(manifest.Length);
            writer.Write(manifest.Modified);
            writer.Write(Entries.Count);
            foreach (var (name, entry) in Entries)
            {
                writer.Write(name);
                writer.Write(entry.AudioHash);
                writer.Write(entry.Stamp.Length);
                writer.Write(entry.Stamp.Modified);
            }
        }

        AtomicFile.Write(Path.Combine(folder, FileName), bytes.GetBuffer().AsSpan(0, (int)bytes.Length), isDurable: false);
    }

    /// <summary>Do exactly the clips of today's manifest lie in the folder? One listing, no clip is read.</summary>
    public bool Holds(string directory)
    {
        if (manifest != ManifestNow)
        {
            return false;
        }

        var clips = new DirectoryInfo(directory);
        if (!clips.Exists)
        {
            return Entries.Count == 0;
        }

        var found = 0;
        foreach (var file in clips.EnumerateFiles("*.wav"))
        {
            if (!Entries.TryGetValue(file.Name, out var entry) || file.Length != entry.Stamp.Length || file.LastWriteTimeUtc.Ticks != entry.Stamp.Modified)
            {
                return false;
            }

            found++;
        }

        return found == Entries.Count;
    }

    /// <param name="AudioHash">SHA-256, lower-case hex.</param>
    /// <param name="Stamp">Of the copy.</param>
    internal sealed record Entry(string AudioHash, FileStamp Stamp);
}
