using System.Security.Cryptography;

namespace FlamingHorse.Narration.Engine.Storage.Content;

/// <summary>Names bytes by what they are.</summary>
/// <param name="Hash">SHA-256, lower-case hex, 64 characters.</param>
/// <param name="Size">Bytes.</param>
public readonly record struct Digest(string Hash, long Size)
{
    public static Digest Of(ReadOnlySpan<byte> content) => new(HashOf(content), content.Length);

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>
    /// Whether a text is a hash in the one form used here. Everything that becomes part of a path or URL passes through this.
    /// </summary>
    public static bool IsHash(string? text)
    {
        if (text is not { Length: 64 })
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigitLower(c))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsOf(ReadOnlySpan<byte> content) => content.Length == Size && HashOf(content) == Hash;
}
