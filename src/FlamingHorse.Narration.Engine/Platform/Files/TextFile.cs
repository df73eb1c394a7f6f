using System.Text;

namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>Small text files as people's tools leave them: UTF-8 with or without a byte order mark, or UTF-16 with one.</summary>
internal static class TextFile
{
    /// <summary>The text without its byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => Encoding.UTF8.GetString(bytes),
        };

    /// <summary>The file's bytes; null when there is no such file.</summary>
    /// <exception cref="IOException">It exists and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It exists and may not be read.</exception>
    public static byte[]? ReadIfPresent(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Line and column, from 1, of a byte in UTF-8 text.</summary>
    public static (int Line, int Column) Position(ReadOnlySpan<byte> utf8, long index)
    {
        var before = utf8[..(int)Math.Min(index, utf8.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return (line, column);
    }
}
