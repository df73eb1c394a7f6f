using System.Buffers;
using FlamingHorse.Narration.Engine.Storage.Content;
using Microsoft.Win32.SafeHandles;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>
/// Reads the files of a store without trusting them: links and anything else that is not a plain file are refused, sizes are bounded.
/// </summary>
public static class EntryFile
{
    /// <summary>What stands under a name, whatever it is; null for nothing.</summary>
    public static FileInfo? Look(string path)
    {
        var info = new FileInfo(path);
        return info.Attributes == (FileAttributes)(-1) ? null : info;
    }

    /// <summary>Whether it is a file of its own, with something in it and no more than this. A pipe, a device or a link is not.</summary>
    public static bool IsPlain(FileInfo file, long maxBytes) =>
        (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Directory | FileAttributes.Device)) == FileAttributes.None
        && file.Length > 0
        && file.Length <= maxBytes;

    /// <summary>The whole file; null when it is not as long as the directory said.</summary>
    public static byte[]? ReadAll(FileInfo file)
    {
        using var handle = Open(file.FullName);
        var content = new byte[file.Length];
        return Fill(handle, content, 0) == content.Length && RandomAccess.GetLength(handle) == content.Length ? content : null;
    }

    /// <summary>Reads the whole file once: its hash and its header (null when it is not a clip).</summary>
    public static (string Hash, WavShape? Shape) Inspect(FileInfo file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Length);
        try
        {
            using var handle = Open(file.FullName);
            var content = buffer.AsSpan(0, Fill(handle, buffer.AsSpan(0, (int)file.Length), 0));
            return (Digest.HashOf(content), WavShape.Read(content));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);

    private static int Fill(SafeFileHandle handle, Span<byte> buffer, long offset)
    {
        var filled = 0;
        while (filled < buffer.Length && RandomAccess.Read(handle, buffer[filled..], offset + filled) is > 0 and var read)
        {
            filled += read;
        }

        return filled;
    }
}
