using System.Security.Cryptography;
using System.Text;

namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>
/// Mutual exclusion between processes over one file, by a lock file of its own in a folder of the user's: nothing appears beside a file
/// under source control. A killed holder's lock frees itself. Where locks cannot be had, the work goes on without.
/// </summary>
internal static class FileLock
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for at most 30 s; what comes back is to be disposed, and may be null.</summary>
    public static IDisposable? Acquire(string path, string lockDirectory, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))).AsSpan(0, 16)) + ".lock";
        try
        {
            Directory.CreateDirectory(lockDirectory);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var deadline = Environment.TickCount64 + (long)_patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(lockDirectory, name),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1
                );
            }
            catch (UnauthorizedAccessException)
            {
                return null;
            }
            catch (IOException) when (Environment.TickCount64 < deadline)
            {
                cancellation.WaitHandle.WaitOne(_pause);
                cancellation.ThrowIfCancellationRequested();
            }
            catch (IOException)
            {
                return null;
            }
        }
    }
}
