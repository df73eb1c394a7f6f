using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>RIFF/WAVE, PCM of 16 bits, mono.</summary>
internal static class WavFile
{
    private const int HeaderLength = 44;

    /// <summary>The bytes of a whole file.</summary>
    public static byte[] Encode(ReadOnlySpan<short> samples, int sampleRate)
    {
        var bytes = new byte[HeaderLength + 2 * samples.Length];
        var header = bytes.AsSpan();
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1); // channels
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], sampleRate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], 2 * samples.Length);
        MemoryMarshal.AsBytes(samples).CopyTo(header[HeaderLength..]); // every platform of .NET here is little endian
        return bytes;
    }

    /// <summary>Appears whole or not at all: written beside its place and then renamed.</summary>
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public static void Write(string path, byte[] file)
    {
        var temporary = path + ".part";
        File.WriteAllBytes(temporary, file);
        File.Move(temporary, path, overwrite: true);
    }
}
