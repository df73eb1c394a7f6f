using System.Buffers.Binary;
using FlamingHorse.Narration.Audio;

namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>
/// RIFF WAVE. The reader is strict: every size must hold within the bytes given, so that a truncated download or a file in
/// the making is an error and not a shorter clip. The writer knows one form: PCM, 16 bit, mono, a header of 44 bytes.
/// </summary>
public static class WavFile
{
    /// <summary>Bytes before the first sample of what <see cref="Write"/> makes.</summary>
    public const int HeaderLength = ClipHeader.Length;

    private const int IeeeFloat = 3;

    /// <summary>What a writer that does not know the length puts in its place, at least.</summary>
    private const uint UnknownLength = 0x7FFF_0000;

    /// <summary>Reads the header and checks every size.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="isStreamed">
    /// The file came by a transport that itself tells a whole from a part, from a writer that may not have known its length.
    /// </param>
    /// <exception cref="WavFormatException"/>
    public static WavHeader ReadHeader(ReadOnlySpan<byte> file, bool isStreamed = false)
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

    /// <summary>Reads PCM of 16, 24 or 32 bits and 32-bit float; channels are mixed down to their mean.</summary>
    /// <inheritdoc cref="ReadHeader" path="/param"/>
    /// <exception cref="WavFormatException"/>
    public static MonoSignal Read(ReadOnlySpan<byte> file, bool isStreamed = false)
    {
        var header = ReadHeader(file, isStreamed);
        var samples = new float[header.FrameCount];
        var width = header.BitsPerSample / 8;
        var data = file.Slice(header.DataOffset, header.DataLength);
        for (var frame = 0; frame < samples.Length; frame++)
        {
            var sum = 0f;
            for (var channel = 0; channel < header.Channels; channel++)
            {
                sum += Sample(data[((frame * header.Channels + channel) * width)..], header);
            }

            samples[frame] = sum / header.Channels;
        }

        return new MonoSignal(samples, header.SampleRate);
    }

    /// <summary>The canonical file. Samples past full scale are clamped.</summary>
    public static byte[] Write(MonoSignal signal) => [.. Header(signal.Samples.Length, signal.SampleRate), .. Data(signal)];

    /// <summary>The 44 bytes before the samples of a canonical file.</summary>
    /// <exception cref="OverflowException">So many samples are no WAV file.</exception>
    public static byte[] Header(int samples, int sampleRate)
    {
        var dataLength = checked(samples * ClipHeader.BytesPerSample);
        _ = checked(dataLength + HeaderLength);
        return ClipHeader.Of((uint)dataLength, sampleRate);
    }

    /// <summary>The samples of a canonical file. Those past full scale are clamped.</summary>
    public static byte[] Data(MonoSignal signal)
    {
        var data = new byte[checked(signal.Samples.Length * 2)];
        for (var i = 0; i < signal.Samples.Length; i++)
        {
            var value = Math.Clamp(MathF.Round(signal.Samples[i] * 32768f), short.MinValue, short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(i * 2), (short)value);
        }

        return data;
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

    private static float Sample(ReadOnlySpan<byte> at, WavHeader header) =>
        (header.BitsPerSample, header.IsFloat) switch
        {
            (16, _) => BinaryPrimitives.ReadInt16LittleEndian(at) / 32768f,
            (24, _) => ((at[0] << 8) | (at[1] << 16) | (at[2] << 24)) / 2147483648f,
            (_, true) => BinaryPrimitives.ReadSingleLittleEndian(at),
            _ => BinaryPrimitives.ReadInt32LittleEndian(at) / 2147483648f,
        };
}
