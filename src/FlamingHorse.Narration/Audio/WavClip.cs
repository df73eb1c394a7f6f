using System.Text;

namespace FlamingHorse.Narration.Audio;

/// <summary>A clip's file, opened and compared with what the code says about it; the stream is at the first sample.</summary>
internal sealed class WavClip : IDisposable
{
    private readonly NarrationSegment segment;
    private readonly Stream file;

    private WavClip(NarrationSegment segment, Stream file)
    {
        this.segment = segment;
        this.file = file;
    }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not the clip that the segment describes.</exception>
    public static WavClip Open(NarrationSegment segment, string folder)
    {
        var clip = new WavClip(segment, segment.OpenAudio(folder));
        try
        {
            clip.ReadToFirstSample();
            return clip;
        }
        catch
        {
            clip.Dispose();
            throw;
        }
    }

    public void CopySamples(Stream target, byte[] buffer)
    {
        var left = segment.SampleCount * ClipHeader.BytesPerSample;
        while (left > 0)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
            {
                throw Wrong("ends early");
            }

            target.Write(buffer, 0, read);
            left -= read;
        }
    }

    public void Dispose() => file.Dispose();

    private void ReadToFirstSample()
    {
        var head = Read(12);
        if (Name(head, 0) != "RIFF" || Name(head, 8) != "WAVE")
        {
            throw Wrong("is not a WAV file");
        }

        var hasFormat = false;
        while (true)
        {
            var chunk = Read(8);
            var size = BitConverter.ToUInt32(chunk, 4);
            switch (Name(chunk, 0))
            {
                case "fmt ":
                    CheckFormat(Read(Padded(size, atMost: 1024)));
                    hasFormat = true;
                    break;
                case "data" when !hasFormat:
                    throw Wrong("has samples before their format");
                case "data":
                    CheckLength(size);
                    return;
                default:
                    file.Seek(Padded(size, atMost: int.MaxValue - 1), SeekOrigin.Current);
                    break;
            }
        }
    }

    private void CheckFormat(byte[] format)
    {
        if (ClipHeader.ReadFormat(format) is not (ClipHeader.Pcm, 1, var rate, 16))
        {
            throw Wrong("is not 16-bit mono PCM");
        }

        if (rate != segment.SampleRate)
        {
            throw Wrong($"has {rate} samples a second, but the code says {segment.SampleRate}");
        }
    }

    private void CheckLength(uint size)
    {
        if (size != segment.SampleCount * ClipHeader.BytesPerSample)
        {
            throw Wrong($"holds {size / ClipHeader.BytesPerSample} samples, but the code says {segment.SampleCount}");
        }

        if (file.Length - file.Position < size)
        {
            throw Wrong("ends early");
        }
    }

    private byte[] Read(int count)
    {
        var bytes = new byte[count];
        for (var filled = 0; filled < count; )
        {
            var read = file.Read(bytes, filled, count - filled);
            filled += read > 0 ? read : throw Wrong("ends within its header");
        }

        return bytes;
    }

    private int Padded(uint size, int atMost) => size <= atMost ? (int)(size + (size & 1)) : throw Wrong("has an invalid header");

    private static string Name(byte[] bytes, int offset) => Encoding.ASCII.GetString(bytes, offset, 4);

    private InvalidDataException Wrong(string what) =>
        new(
            $"The audio of '{segment.Id}' {what}. Build again, so that the file beside the app is the take that the code was compiled with."
        );
}
