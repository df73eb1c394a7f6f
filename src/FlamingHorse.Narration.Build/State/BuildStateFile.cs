using System.Buffers.Binary;
using System.Text;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// The state on disk, in a binary form: a JSON reader takes longer to start than the whole check of an unchanged project. A file that
/// cannot be read, or whose checksum differs, counts as none; that costs only time.
/// </summary>
internal static class BuildStateFile
{
    public const string FileName = "state";

    private const int HeaderLength = 16 + sizeof(uint);

    /// <summary>The module's own id changes with every build of this package, so no other version's state is ever read.</summary>
    private static readonly Guid Format = typeof(BuildStateFile).Module.ModuleVersionId;

    public static BuildState? TryRead(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            if (
                bytes.Length < HeaderLength
                || new Guid(bytes.AsSpan(0, 16)) != Format
                || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(16)) != Checksum.Of(bytes.AsSpan(HeaderLength))
            )
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength), Encoding.UTF8);
            return BuildStateFormat.Read(reader);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public static void Write(string path, BuildState state)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format.ToByteArray());
            writer.Write(0u); // the checksum's place
            BuildStateFormat.Write(writer, state);
        }

        var bytes = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], Checksum.Of(bytes[HeaderLength..]));
        AtomicFile.WriteIfDifferent(path, bytes);
    }
}
