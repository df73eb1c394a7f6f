using System.Buffers.Binary;
using FlamingHorse.Narration.Audio;

namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>
/// RIFF WAVE. The reader takes only a whole file (see <see cref="WavHeader"/>). The writer knows one form: PCM, 16 bit, mono, a header of
/// 44 bytes.
/// </summary>
public static class WavFile
{
    /// <summary>Bytes before the first sample of what <see cref="Write"/> makes.</summary>
    public const int HeaderLength = ClipHeader.Length;

    /// <summary>Reads PCM of 16, 24 or 32 bits and 32-bit float; channels are mixed down to their mean.</summary>
    /// <inheritdoc cref="WavHeader.Read" path="/param"/>
    /// <exception cref="WavFormatException"/>
    public static MonoSignal Read(ReadOnlySpan<byte> file, bool isStreamed = false)
    {
        var header = WavHeader.Read(file, isStreamed);
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

    private static float Sample(ReadOnlySpan<byte> at, WavHeader header) =>
        (header.BitsPerSample, header.IsFloat) switch
        {
            (16, _) => BinaryPrimitives.ReadInt16LittleEndian(at) / 32768f,
            (24, _) => ((at[0] << 8) | (at[1] << 16) | (at[2] << 24)) / 2147483648f,
            (_, true) => BinaryPrimitives.ReadSingleLittleEndian(at),
            _ => BinaryPrimitives.ReadInt32LittleEndian(at) / 2147483648f,
        };
}
