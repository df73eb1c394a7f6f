using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// CRC-32C, which the processor computes. It tells an edit from a touch on this machine and nothing more: identities are SHA-256,
/// whose library alone takes longer to load than the whole check of an unchanged project.
/// </summary>
internal static class Checksum
{
    public static uint OfFile(string path) => Of(File.ReadAllBytes(path));

    public static uint Of(ReadOnlySpan<char> text) => Of(MemoryMarshal.AsBytes(text));

    public static uint Of(ReadOnlySpan<byte> bytes, uint seed = 0)
    {
        var crc = ~seed;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var rest in bytes)
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
