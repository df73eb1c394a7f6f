using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>RIFF/WAVE, PCM of 16 bits, mono, made where it grows: a long clip is never copied.</summary>
/// <param name="sampleRate">Hz.</param>
/// <param name="expectedSamples">A guess; the file may become longer or shorter.</param>
internal sealed class WavFile(int sampleRate, int expectedSamples)
{
    public const int HeaderLength = 44;

    private const float FullScale = 32767;

    private byte[] _bytes = new byte[HeaderLength + 2 * expectedSamples];

    /// <summary>Samples so far.</summary>
    public int Length { get; private set; }

    /// <summary>To 16 bits by truncation, as the reference does; beyond ±1 they are clipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(ReadOnlySpan<float> samples)
    {
        var end = HeaderLength + 2 * (Length + samples.Length);
        if (_bytes.Length < end)
        {
            Array.Resize(ref _bytes, end + end / 4);
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

    /// <summary>The bytes of the whole file.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        var file = _bytes.AsMemory(0, HeaderLength + 2 * Length);
        var header = file.Span;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], file.Length - 8);
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
        return file;
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
