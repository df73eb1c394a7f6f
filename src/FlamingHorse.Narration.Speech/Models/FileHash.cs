using System.Security.Cryptography;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>SHA-256 of model files. The hash decides, wherever a file came from.</summary>
internal static class FileHash
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <exception cref="IOException"/>
    public static string OfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <exception cref="Fault">The file has another hash.</exception>
    public static void Require(string path, string actual, string expected)
    {
        if (actual != expected)
        {
            throw new Fault(
                FaultCode.NoModel,
                $"{path} is damaged: its SHA-256 is {actual}; {expected} was expected.",
                "Delete the folder of the package or model and restore it."
            );
        }
    }
}
