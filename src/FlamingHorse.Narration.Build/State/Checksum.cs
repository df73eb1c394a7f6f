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

    public static uint Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    public static uint Of(ReadOnlySpan<byte> bytes, uint seed = 0)
    {
        var crc = ~seed;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var rest in bytes[(bytes.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
