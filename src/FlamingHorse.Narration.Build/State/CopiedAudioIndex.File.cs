using System.Text;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Build.State;

/// <content>The index on disk: a header with the manifest that it is for and a fingerprint of the clips, then the entries.</content>
internal sealed partial class CopiedAudioIndex
{
    private const string FileName = "audio";

    /// <summary>In bytes: the id of this build of the package, length and time of the manifest, fingerprint of the clips.</summary>
    private const int HeaderLength = 16 + (3 * sizeof(ulong));

    private static readonly Guid Format = typeof(CopiedAudioIndex).Module.ModuleVersionId;

    /// <summary>Empty when no index can be read; then every clip is copied again.</summary>
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

    /// <summary>
    /// The fingerprint of the clips that should be there; a file that could not be removed makes the folder's fingerprint differ.
    /// </summary>
    private ulong Fingerprint()
    {
        var sum = 0UL;
        foreach (var (name, entry) in Entries)
        {
            sum += ClipIdentity.Of(name, entry.Stamp.Length, entry.Stamp.Modified);
        }

        return sum;
    }

    /// <summary>Opens the file; null when there is none, or one of another build of the package.</summary>
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
}
