using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Engine.Storage.Content;

/// <summary>
/// What the header of a clip says. Only one form is a clip: PCM 16 bit, mono, the samples last and to the file's very end.
/// </summary>
public readonly record struct WavShape(int SampleRate, long SampleCount)
{
    /// <summary>Null when the file is not a clip.</summary>
    public static WavShape? Read(ReadOnlySpan<byte> file)
    {
        try
        {
            var header = WavHeader.Read(file);
            return header.IsMonoPcm16 && header.DataOffset + header.DataLength == file.Length
                ? new WavShape(header.SampleRate, header.FrameCount)
                : null;
        }
        catch (WavFormatException)
        {
            return null;
        }
    }
}
