using System.Text;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Files;

namespace FlamingHorse.Narration.Build.Audio;

/// <summary>
/// Which clip was put beside the app, by file name: its SHA-256, and what the file looked like then. Whether the right take lies
/// there is answered by it without reading audio.
/// </summary>
internal sealed class AudioLedger(string path, IReadOnlyDictionary<string, AudioLedger.Entry> entries)
{
    private const string FileName = "audio";
    private static readonly Guid Format = typeof(AudioLedger).Module.ModuleVersionId;

    public IReadOnlyDictionary<string, Entry> Entries { get; } = entries;

    public static AudioLedger Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        try
        {
            if (File.Exists(path))
            {
                using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
                if (new Guid(reader.ReadBytes(16)) == Format)
                {
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
        }

        return new(path, entries);
    }

    public AudioLedger With(IReadOnlyDictionary<string, Entry> entries) => new(path, entries);

    public void Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format.ToByteArray());
            writer.Write(Entries.Count);
            foreach (var (name, entry) in Entries)
            {
                writer.Write(name);
                writer.Write(entry.AudioHash);
                writer.Write(entry.Stamp.Length);
                writer.Write(entry.Stamp.Modified);
            }
        }

        AtomicFile.Write(path, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), isDurable: false);
    }

    /// <summary>Do exactly these clips lie in the folder? One listing, no clip is read.</summary>
    public bool Holds(string directory)
    {
        var folder = new DirectoryInfo(directory);
        if (!folder.Exists)
        {
            return Entries.Count == 0;
        }

        var found = 0;
        foreach (var file in folder.EnumerateFiles("*.wav"))
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
    internal readonly record struct Entry(string AudioHash, FileStamp Stamp);
}
