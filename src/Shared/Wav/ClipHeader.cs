using System.Text;

namespace FlamingHorse.Narration.Audio;

/// <summary>
/// The 44 bytes before the samples of a clip's file, a WAV with PCM 16 bit, mono, and how the format in any WAV is read. One source file in
/// the runtime library, which knows no spans everywhere, and in the engine: what one writes the other reads.
/// </summary>
internal static class ClipHeader
{
    /// <summary>Bytes before the first sample.</summary>
    public const int Length = 44;

    public const int BytesPerSample = 2;

    /// <summary>The format's number for whole numbers.</summary>
    public const int Pcm = 1;

    /// <summary>The least length of a <c>fmt</c> chunk.</summary>
    public const int FormatLength = 16;

    private const int Extensible = 0xFFFE;
    private const int ExtensibleLength = 40;

    /// <summary>The count of samples is known beforehand: nothing is patched later.</summary>
    public static byte[] Of(uint dataBytes, int sampleRate)
    {
        using var bytes = new MemoryStream(Length);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Encoding.ASCII.GetBytes("RIFF"));
        writer.Write(dataBytes + Length - 8);
        writer.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        writer.Write(FormatLength);
        writer.Write((short)Pcm);
        writer.Write((short)1); // mono
        writer.Write(sampleRate);
        writer.Write(sampleRate * BytesPerSample);
        writer.Write((short)BytesPerSample);
        writer.Write((short)16);
        writer.Write(Encoding.ASCII.GetBytes("data"));
        writer.Write(dataBytes);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>What a <c>fmt</c> chunk says; null when it is too short to say anything.</summary>
    public static (int Tag, int Channels, uint SampleRate, int BitsPerSample)? ReadFormat(byte[] chunk)
    {
        if (chunk.Length < FormatLength)
        {
            return null;
        }

        var tag = BitConverter.ToUInt16(chunk, 0);
        if (tag == Extensible && chunk.Length >= ExtensibleLength)
        {
            tag = BitConverter.ToUInt16(chunk, 24); // the subformat's GUID begins with the old tag
        }

        return (tag, BitConverter.ToUInt16(chunk, 2), BitConverter.ToUInt32(chunk, 4), BitConverter.ToUInt16(chunk, 14));
    }
}
