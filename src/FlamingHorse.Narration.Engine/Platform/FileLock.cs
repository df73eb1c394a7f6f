using System.Security.Cryptography;
using System.Text;

namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>
/// An advisory lock on a file, between threads and between processes; the system frees it when its holder dies. Where files cannot be made
/// or locked (a read-only folder, a file system without locks), the lock guards nothing and the work goes on.
/// </summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly LockedFile? _file;

    private FileLock(LockedFile? file) => _file = file;

    /// <summary>False for a lock that guards nothing.</summary>
    public bool Guards => _file is not null;

    /// <summary>Takes the lock at once; null when somebody else holds it.</summary>
    /// <param name="path">The lock's own file; its folder is made when it is missing, for this user alone.</param>
    /// <param name="keepsFile">
    /// The file stays when the lock is freed. For the few locks by name: an older version of this package holds a file that is gone and
    /// believes that it holds the lock.
    /// </param>
    public static FileLock? TryTake(string path, bool keepsFile = false)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                if (LockedFile.TryOpen(path, keepsFile) is { } file)
                {
                    return new(file);
                }
            }
            catch (IOException error) when (LockedFile.IsHeldByAnother(error))
            {
                return null;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return new(null);
            }
        }

        return null;
    }

    /// <summary>Takes a lock by its name, and waits for as long as somebody else holds it.</summary>
    /// <param name="path">The lock's own file; it stays.</param>
    /// <param name="poll">Between two attempts.</param>
    /// <param name="onWait">Called once when another holds it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<FileLock> TakeAsync(string path, TimeSpan poll, Action onWait, CancellationToken cancellation)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            if (TryTake(path, keepsFile: true) is { } taken)
            {
                return taken;
            }

            if (isFirst)
            {
                onWait();
            }

            await Task.Delay(poll, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Guards another file while it is read and written, by a lock in a folder of the user's: nothing appears beside a file under source
    /// control. Waits for at most 30 s and then goes on without.
    /// </summary>
    /// <param name="path">The file to guard.</param>
    /// <param name="lockDirectory">The same for every build of this user.</param>
    /// <param name="cancellation">Ends the wait at once; a lock that is free is taken all the same.</param>
    /// <exception cref="OperationCanceledException">Cancelled while another holds the lock.</exception>
    public static FileLock Guard(string path, string lockDirectory, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))).AsSpan(0, 16)) + ".lock";
        var deadline = Environment.TickCount64 + (long)_patience.TotalMilliseconds;
        while (true)
        {
            if (TryTake(Path.Combine(lockDirectory, name), keepsFile: true) is { } taken)
            {
                return taken;
            }

            if (Environment.TickCount64 >= deadline)
            {
                return new(null);
            }

            cancellation.WaitHandle.WaitOne(_pause);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
