using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Local;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Reads and writes the files of a shared folder, which may be on a share or under Git LFS.</summary>
/// <param name="root">The folder.</param>
/// <param name="notices">Where warnings go.</param>
/// <param name="replacement">How files get their names; null is this system's way.</param>
internal sealed class FolderFiles(string root, StoreWarnings notices, FileReplacement? replacement)
{
    /// <summary>
    /// Writes a whole file. It is never flushed: on a Mac, flushing truncates files on SMB volumes (dotnet/runtime 124722), and a file that
    /// a power cut left incomplete fails verification. How much a volume kept shows in the length, and only under the file's real name.
    /// </summary>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        AtomicFile.Write(path, content, isDurable: false, followsLinks: false, sweeps: true, replacement: replacement);
        var kept = new FileInfo(path).Length;
        if (kept != content.Length)
        {
            Removal.TryFile(path);
            throw new IOException($"it kept {kept} of {content.Length} bytes");
        }
    }

    /// <summary>An entry; null for none, and empty for one that is not what it should be, so that it is counted as such.</summary>
    public byte[]? Read(string path, long? size, int maxBytes, bool mustExist)
    {
        if (EntryFile.Look(path) is not { } file)
        {
            if (mustExist && !Directory.Exists(root))
            {
                throw new DirectoryNotFoundException("no such folder");
            }

            return null;
        }

        if (!EntryFile.IsPlain(file, Math.Max(maxBytes, LfsPointer.MaxBytes)) || EntryFile.ReadAll(file) is not { } content)
        {
            return [];
        }

        if (LfsPointer.IsPointer(content))
        {
            notices.Once(
                StoreFindings.RemoteHoldsPointers,
                $"The shared store '{root}' holds Git LFS pointers instead of audio: run 'git lfs pull', and in CI check out with LFS. "
                    + $"Until then those clips count as missing."
            );
            return null;
        }

        return content.Length <= maxBytes && (size is null || size == content.Length) ? content : [];
    }

    /// <summary>A small plain file as it is.</summary>
    public static byte[]? ReadPlain(string path, int maxBytes) =>
        EntryFile.Look(path) is { } file && EntryFile.IsPlain(file, maxBytes) ? EntryFile.ReadAll(file) : null;
}
