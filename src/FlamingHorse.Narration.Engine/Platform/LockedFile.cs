using FlamingHorse.Narration.Engine.Platform.Files;
using Microsoft.Win32.SafeHandles;

namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>The open file that a <see cref="FileLock"/> holds; nobody else can open it.</summary>
internal sealed class LockedFile : IDisposable
{
    // 30 years of even seconds: a mark that every file system can hold exactly.
    private const int Marks = 473_000_000;

    private readonly SafeFileHandle _handle;
    private readonly string _path;
    private readonly bool _stays;

    private LockedFile(SafeFileHandle handle, string path, bool stays) => (_handle, _path, _stays) = (handle, path, stays);

    /// <summary>Opens and locks the file; null if its holder has just deleted it, so that the caller must try again.</summary>
    /// <exception cref="IOException">Another holds it, or it cannot be made; <see cref="IsHeldByAnother"/> tells.</exception>
    public static LockedFile? TryOpen(string path, bool stays)
    {
        SafeFileHandle handle;
        try
        {
            handle = Open(path, stays);
        }
        catch (Exception error) when (error is DirectoryNotFoundException or FileNotFoundException)
        {
            // The folder is new. The runtime asks whether it is there only after the system has said no: once another has made it
            // meanwhile, the answer is "no such file".
            AtomicFile.CreateFolder(Path.GetDirectoryName(path)!, isPrivate: true);
            handle = Open(path, stays);
        }

        var isOurs = false;
        try
        {
            isOurs = stays || OperatingSystem.IsWindows() || IsStillAt(path, handle);
            return isOurs ? new(handle, path, stays) : null;
        }
        finally
        {
            if (!isOurs)
            {
                handle.Dispose();
            }
        }
    }

    /// <summary>A sharing violation: EAGAIN on Linux (11) and the BSDs (35), and its two forms on Windows.</summary>
    public static bool IsHeldByAnother(IOException error) =>
        error.HResult is 11 or 35 || (error.HResult & 0xFFFF) is 32 or 33 && OperatingSystem.IsWindows();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle.IsClosed)
        {
            return;
        }

        // Windows deletes on close. Elsewhere: while the lock is still held, so that nobody's new file is deleted instead.
        if (!_stays && !OperatingSystem.IsWindows())
        {
            try
            {
                File.Delete(_path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // An empty file stays behind; it blocks no one.
            }
        }

        _handle.Dispose();
    }

    private static SafeFileHandle Open(string path, bool stays) =>
        File.OpenHandle(
            path,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None,
            OperatingSystem.IsWindows() && !stays ? FileOptions.DeleteOnClose : FileOptions.None
        );

    /// <summary>
    /// Between our opening the file and our locking it, its holder may have deleted it: then we hold a file that nobody else will ever
    /// find.
    /// A time of our own on the open file, looked for under its name, tells the two apart.
    /// </summary>
    private static bool IsStillAt(string path, SafeFileHandle file)
    {
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddSeconds(2L * Random.Shared.Next(Marks)));
        return File.GetLastWriteTimeUtc(file) == File.GetLastWriteTimeUtc(path);
    }
}
