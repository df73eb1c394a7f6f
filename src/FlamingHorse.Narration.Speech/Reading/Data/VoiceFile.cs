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

    /// <summary>
    /// The range of the next key of an object and where its value begins; a start of −1 at the end of the object. For objects whose values
    /// the caller skips faster than a reader of tokens would.
    /// </summary>
    public static (int Start, int Length, int Value) KeyRange(byte[] text, int at)
    {
        var start = at + text.AsSpan(at).IndexOfAny((byte)'"', (byte)'}');
        if (text[start] == '}')
        {
            return (-1, 0, start);
        }

        start++;
        var length = text.AsSpan(start).IndexOfAny((byte)'"', (byte)'\\');
        var end = start + length;
        if (text[end] == '\\')
        {
            var reader = new Utf8JsonReader(text.AsSpan(start - 1));
            reader.Read();
            length = reader.CopyString(text.AsSpan(start, reader.ValueSpan.Length));
            end = start + reader.ValueSpan.Length;
        }

        end++;
        return (start, length, end + text.AsSpan(end).IndexOf((byte)':') + 1);
    }
}
