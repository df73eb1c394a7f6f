using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>Seeds that follow from what is asked for, so that a take can be traced, and differ by attempt.</summary>
public static class Seeds
{
    /// <summary>The first 32 bits, big-endian, of SHA-256 over key, take and attempt.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="take">0 for a first take.</param>
    /// <param name="attempt">1 for the first.</param>
    public static long For(ActionKey key, int take, int attempt)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{key.Hex}\n{take}\n{attempt}");
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A seed that the user fixed is used for the first attempt of the first take; all others derive their own.</summary>
    internal static long For(SynthesisRequest request, int attempt) =>
        attempt == 1 && request.Seed is { } known ? known
        : attempt == 1 && request.Take == 0 && request.Voice.Sampling.Seed is { } seed ? seed
        : For(request.Key, request.Take, attempt);
}
