using System.Text;

namespace FlamingHorse.Narration.Audio;

/// <summary>The 44 bytes before the samples of a WAV with PCM 16 bit, mono. Their count is known beforehand: nothing is patched later.</summary>
internal static class WavHeader
{
    public const int BytesPerSample = 2;
    public const int Length = 44;

    public static byte[] Of(uint dataBytes, int sampleRate)
    {
        using var bytes = new MemoryStream(Length);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Encoding.ASCII.GetBytes("RIFF"));
        writer.Write(dataBytes + Length - 8);
        writer.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        writer.Write(16);
        writer.Write((short)1); // PCM
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
}
