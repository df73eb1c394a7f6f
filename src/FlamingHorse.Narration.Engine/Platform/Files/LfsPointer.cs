namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>What Git leaves in a file's place when the large file itself was not fetched.</summary>
internal static class LfsPointer
{
    /// <summary>Pointers are shorter, by their specification.</summary>
    public const int MaxBytes = 1024;

    public static bool IsPointer(ReadOnlySpan<byte> content) =>
        content.Length < MaxBytes && content.StartsWith("version https://git-lfs.github.com/spec/"u8);
}
