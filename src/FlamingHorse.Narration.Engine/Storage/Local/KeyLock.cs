using FlamingHorse.Narration.Engine.Platform.Files;
using Microsoft.Win32.SafeHandles;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>
/// An advisory lock on a file, between threads and between processes; the system frees it when its holder dies.
/// The file goes when the lock is freed.
/// </summary>
public sealed class KeyLock : IDisposable
{
    // 30 years of even seconds: a mark that every file system can hold exactly.
    private const int Marks = 473_000_000;

    private readonly SafeFileHandle? _file;
    private readonly string _path;

    private KeyLock(string path, SafeFileHandle? file) => (_path, _file) = (path, file);

    /// <summary>Null: somebody else holds it.</summary>
    public static KeyLock? TryTake(string path)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                if (TryOpen(path) is { } file)
                {
                    return new KeyLock(path, file);
                }
            }
            catch (IOException e) when (IsHeld(e))
            {
                return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new KeyLock(path, null);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file is null or { IsClosed: true })
        {
            return;
        }

        // Windows deletes on close. Elsewhere: while the lock is still held, so that nobody's new file is deleted instead.
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                File.Delete(_path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // An empty file stays behind; it locks nobody out.
            }
        }

        _file.Dispose();
    }

    private static SafeFileHandle? TryOpen(string path)
    {
        SafeFileHandle file;
        try
        {
            file = Open(path);
        }
        catch (DirectoryNotFoundException)
        {
            AtomicFile.CreateFolder(Path.GetDirectoryName(path)!, isPrivate: true);
            file = Open(path);
        }

        var isOurs = false;
        try
        {
            isOurs = OperatingSystem.IsWindows() || IsStillAt(path, file);
            return isOurs ? file : null;
        }
        finally
        {
            if (!isOurs)
            {
                file.Dispose();
            }
        }
    }

    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(
            path,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None,
            OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None
        );

    /// <summary>
    /// Between our opening the file and our locking it, its holder may have deleted it: then we hold a file that nobody else will ever find.
    /// A time of our own on the open file, looked for under its name, tells the two apart.
    /// </summary>
    private static bool IsStillAt(string path, SafeFileHandle file)
    {
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddSeconds(2L * Random.Shared.Next(Marks)));
        return File.GetLastWriteTimeUtc(file) == File.GetLastWriteTimeUtc(path);
    }

    /// <summary>A sharing violation: EAGAIN on Linux and the BSDs, and its two forms on Windows.</summary>
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 || (e.HResult & 0xFFFF) is 32 or 33 && OperatingSystem.IsWindows();
}
