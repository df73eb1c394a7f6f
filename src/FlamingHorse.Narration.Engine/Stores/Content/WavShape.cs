using System.Buffers.Binary;

namespace FlamingHorse.Narration.Engine.Stores.Content;

/// <summary>What the header of a clip says. Only one form is a clip: RIFF, PCM 16 bit, mono, the data last and to the file's very end.</summary>
public readonly record struct WavShape(int SampleRate, long SampleCount)
{
    /// <summary>Bytes of a file's start in which the header must lie.</summary>
    public const int PrefixBytes = 4096;

    /// <summary>Null when the file is not a clip.</summary>
    /// <param name="prefix">The file's first bytes, at least <see cref="PrefixBytes"/> where it has so many.</param>
    /// <param name="length">The file's whole length in bytes.</param>
    public static WavShape? Read(ReadOnlySpan<byte> prefix, long length)
    {
        if (length < 44 || length > uint.MaxValue || prefix.Length < 44
            || !prefix[..4].SequenceEqual("RIFF"u8) || UInt32(prefix[4..]) != length - 8 || !prefix.Slice(8, 4).SequenceEqual("WAVE"u8))
        {
            return null;
        }

        int? rate = null;
        for (long at = 12; at + 8 <= prefix.Length;)
        {
            var chunk = prefix[(int)at..];
            var size = UInt32(chunk[4..]);
            if (chunk[..4].SequenceEqual("data"u8))
            {
                return rate is { } r && size % 2 == 0 && at + 8 + size == length ? new WavShape(r, size / 2) : null;
            }

            if (chunk[..4].SequenceEqual("fmt "u8))
            {
                if (rate is not null || size != 16 || chunk.Length < 24 || ReadFormat(chunk[8..]) is not { } found)
                {
                    return null;
                }

                rate = found;
            }

            at += 8 + size + (size & 1);
        }

        return null;
    }

    private static int? ReadFormat(ReadOnlySpan<byte> format)
    {
        var rate = UInt32(format[4..]);
        var isPcm16Mono = UInt16(format) == 1 && UInt16(format[2..]) == 1 && UInt16(format[12..]) == 2 && UInt16(format[14..]) == 16;
        return isPcm16Mono && rate is > 0 and <= 384_000 && UInt32(format[8..]) == rate * 2 ? (int)rate : null;
    }

    private static uint UInt32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static ushort UInt16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
