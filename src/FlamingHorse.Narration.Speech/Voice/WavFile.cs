using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>
/// RIFF/WAVE, PCM of 16 bits, mono, made where it grows: a long clip is never copied. Its memory is rented, since touching fresh pages
/// costs more than writing the samples. One that is not disposed of is left to the garbage collector.
/// </summary>
/// <param name="sampleRate">Hz.</param>
/// <param name="expectedSamples">A guess; the file may become longer or shorter.</param>
internal sealed class WavFile(int sampleRate, int expectedSamples) : IDisposable
{
    public const int HeaderLength = 44;

    private const float FullScale = 32767;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(HeaderLength + 2 * expectedSamples);

    /// <summary>Samples so far.</summary>
    public int Length { get; private set; }

    /// <summary>To 16 bits by truncation, as the reference does; beyond ±1 they are clipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(ReadOnlySpan<float> samples)
    {
        var end = HeaderLength + 2 * (Length + samples.Length);
        if (_bytes.Length < end)
        {
            Grow(end + end / 4);
        }

        // Every platform of .NET here is little endian.
        var target = MemoryMarshal.Cast<byte, short>(_bytes.AsSpan(HeaderLength + 2 * Length, 2 * samples.Length));
        var done = 0;
        for (; done <= target.Length - Vector<short>.Count; done += Vector<short>.Count)
        {
            Vector.Narrow(Truncate(samples[done..]), Truncate(samples[(done + Vector<float>.Count)..])).CopyTo(target[done..]);
        }

        for (; done < target.Length; done++)
        {
            target[done] = (short)(FullScale * Math.Max(-1, Math.Min(1, samples[done])));
        }

        Length += samples.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Truncate(ReadOnlySpan<float> samples) =>
        Vector.ConvertToInt32(FullScale * Vector.Clamp(new Vector<float>(samples), -Vector<float>.One, Vector<float>.One));

    /// <summary>The whole file, when it is finished.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, HeaderLength + 2 * Length);

    /// <summary>Writes the header.</summary>
    public WavFile Finish()
    {
        var header = _bytes.AsSpan(0, HeaderLength);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1); // channels
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], sampleRate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], 2 * Length);
        return this;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int length)
    {
        var longer = ArrayPool<byte>.Shared.Rent(length);
        Bytes.CopyTo(longer);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = longer;
    }

    /// <summary>Appears whole or not at all: written beside its place and then renamed.</summary>
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public static void Write(string path, ReadOnlySpan<byte> file)
    {
        var temporary = path + ".part";
        File.WriteAllBytes(temporary, file);
        File.Move(temporary, path, overwrite: true);
    }
}
