using System.Text;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>What Git leaves in a file's place when the large file itself was not fetched.</summary>
internal static partial class LfsPointer
{
    /// <summary>Pointers are shorter, by their specification.</summary>
    public const int MaxBytes = 1024;

    public static bool IsPointer(ReadOnlySpan<byte> content) =>
        content.Length < MaxBytes && content.StartsWith("version https://git-lfs.github.com/spec/"u8);

    /// <summary>SHA-256 of the file that a pointer stands for, lower-case hex; null when this is not a pointer or names no hash.</summary>
    public static string? TargetHash(ReadOnlySpan<byte> content) =>
        IsPointer(content) && Oid().Match(Encoding.UTF8.GetString(content)) is { Success: true } oid ? oid.Groups["hash"].Value : null;

    [GeneratedRegex("^oid sha256:(?<hash>[0-9a-f]{64})\\s*$", RegexOptions.Multiline)]
    private static partial Regex Oid();
}
