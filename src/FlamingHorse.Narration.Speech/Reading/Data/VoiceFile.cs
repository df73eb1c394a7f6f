using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Reading.Data;

/// <summary>Reads the JSON files of a voice's folder.</summary>
internal static class VoiceFile
{
    /// <summary>The bytes of a gzip file, unpacked.</summary>
    public static byte[] Unpack(string path)
    {
        var packed = File.ReadAllBytes(path);
        // The last four bytes of a gzip member are the length of its content (RFC 1952, ISIZE).
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(packed.Length - 4))];
        using var unpacking = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        unpacking.ReadExactly(content);
        return content;
    }

    /// <summary>A small JSON file as a document.</summary>
    public static JsonDocument Parse(string path) => JsonDocument.Parse(File.ReadAllBytes(path));

    /// <summary>
    /// The range of the string that the reader stands at. Escapes are undone in place: the reader is past them, and what they stand for
    /// is never longer.
    /// </summary>
    public static (int Start, int Length) StringRange(ref Utf8JsonReader reader, byte[] text)
    {
        var start = checked((int)reader.TokenStartIndex) + 1;
        var length = reader.ValueIsEscaped ? reader.CopyString(text.AsSpan(start, reader.ValueSpan.Length)) : reader.ValueSpan.Length;
        return (start, length);
    }
}
