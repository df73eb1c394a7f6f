using System.Buffers.Binary;
using FlamingHorse.Narration.Audio;

namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>
/// What a RIFF file says of its samples, and where they lie. It is read strictly: every size must hold within the bytes given, so that a
/// truncated download or a file in the making is an error and not a shorter clip.
/// </summary>
/// <param name="IsFloat">IEEE 754 instead of integers.</param>
/// <param name="Channels">At least 1.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="BitsPerSample">16, 24 or 32.</param>
/// <param name="DataOffset">Bytes from the file's start.</param>
/// <param name="DataLength">Bytes; a whole number of frames.</param>
public sealed record WavHeader(bool IsFloat, int Channels, int SampleRate, int BitsPerSample, int DataOffset, int DataLength)
{
    private const int IeeeFloat = 3;

    /// <summary>What a writer that does not know the length puts in its place, at least.</summary>
    private const uint UnknownLength = 0x7FFF_0000;

    public int BytesPerFrame => Channels * BitsPerSample / 8;

    /// <summary>Samples of one channel.</summary>
    public int FrameCount => DataLength / BytesPerFrame;

    /// <summary>The one form that workers write and stores hold.</summary>
    public bool IsMonoPcm16 => !IsFloat && Channels == 1 && BitsPerSample == 16;

    /// <summary>Reads the header and checks every size.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="isStreamed">
    /// The file came by a transport that itself tells a whole from a part, from a writer that may not have known its length.
    /// </param>
    /// <exception cref="WavFormatException"/>
    public static WavHeader Read(ReadOnlySpan<byte> file, bool isStreamed = false)
    {
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            throw new WavFormatException("not a RIFF WAVE file");
        }

        var riffLength = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        var isOpen = isStreamed && (riffLength >= UnknownLength || riffLength == 0);
        var riffEnd = isOpen ? file.Length : 8L + riffLength;
        if (riffEnd > file.Length)
        {
            throw new WavFormatException($"the header promises {riffEnd} bytes and there are {file.Length}");
        }

        ReadOnlySpan<byte> format = default;
        var offset = 12;
        while (offset + 8 <= riffEnd)
        {
            var id = file.Slice(offset, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(offset + 4)..]);
            offset += 8;
            if (isOpen && id.SequenceEqual("data"u8) && (length >= UnknownLength || length == 0))
            {
                length = (uint)(riffEnd - offset);
            }

            if (length > riffEnd - offset)
            {
                throw new WavFormatException("a chunk reaches past the end of the file");
            }

            if (id.SequenceEqual("data"u8))
            {
                return Describe(format, offset, (int)length);
            }

            if (id.SequenceEqual("fmt "u8))
            {
                format = file.Slice(offset, (int)length);
            }

            offset += (int)length + (int)(length & 1);
        }

        throw new WavFormatException("the file holds no samples");
    }

    private static WavHeader Describe(ReadOnlySpan<byte> format, int offset, int length)
    {
        if (ClipHeader.ReadFormat(format.ToArray()) is not var (tag, channels, rate, bits))
        {
            throw new WavFormatException("the samples come before their format");
        }

        var isKnown = (tag == ClipHeader.Pcm && bits is 16 or 24 or 32) || (tag == IeeeFloat && bits == 32);
        if (!isKnown)
        {
            throw new WavFormatException($"format {tag} with {bits} bits is not supported: use PCM of 16, 24 or 32 bits, or 32-bit float");
        }

        if (channels is 0 or > 64 || rate is < 4000 or > 768_000)
        {
            throw new WavFormatException($"{channels} channels at {rate} Hz is not speech");
        }

        var header = new WavHeader(tag == IeeeFloat, channels, (int)rate, bits, offset, length);
        return length % header.BytesPerFrame == 0 ? header : throw new WavFormatException("the last frame is incomplete");
    }
}
