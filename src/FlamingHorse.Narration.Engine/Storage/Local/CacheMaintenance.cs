using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>
/// Tidies a cache: what crashes left behind, at most once a day, and what is above the user's limit. Times order, they never judge.
/// </summary>
/// <param name="layout">The cache.</param>
/// <param name="now">UTC.</param>
public sealed class CacheMaintenance(StoreLayout layout, DateTime now)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan QuarantineKept = TimeSpan.FromDays(30);

    /// <summary>
    /// Removes unfinished files and locks of the dead that are older than a day, and old quarantine; does nothing when that was done within
    /// a day.
    /// </summary>
    public bool Sweep()
    {
        if (
            !Directory.Exists(layout.Version)
            || (File.Exists(layout.SweepStamp) && !IsOlder(File.GetLastWriteTimeUtc(layout.SweepStamp), Day))
        )
        {
            return false;
        }

        File.WriteAllText(layout.SweepStamp, "");
        foreach (var file in Files(layout.Actions).Concat(Files(layout.Contents)))
        {
            if (file.Extension == TemporaryFileName.Extension && IsOlder(file.LastWriteTimeUtc, Day))
            {
                Delete(file);
            }
        }

        foreach (var file in Files(layout.Quarantine))
        {
            if (IsOlder(file.LastWriteTimeUtc, QuarantineKept))
            {
                Delete(file);
            }
        }

        FreeLocks();
        return true;
    }

    /// <summary>Removes unfinished files whose writer is certainly dead, and locks of the dead.</summary>
    public void RemoveAbandoned()
    {
        foreach (
            var file in Files(layout.Actions, "*" + TemporaryFileName.Extension)
                .Concat(Files(layout.Contents, "*" + TemporaryFileName.Extension))
        )
        {
            TemporaryFileName.RemoveIfAbandoned(file.FullName);
        }

        FreeLocks();
    }

    /// <summary>Removes the least recently used until the rest fits.</summary>
    /// <param name="limitBytes">What may stay.</param>
    /// <param name="isKept">Paths that stay whatever the limit.</param>
    /// <returns>Bytes removed.</returns>
    public long Evict(long limitBytes, Func<string, bool> isKept)
    {
        var files = Files(layout.Actions).Concat(Files(layout.Contents)).ToList();
        var total = files.Sum(file => file.Length);
        var removed = 0L;
        // Of one age, an action goes before its content.
        foreach (var file in files.OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.FullName, StringComparer.Ordinal))
        {
            if (total - removed <= limitBytes)
            {
                break;
            }

            var size = file.Length;
            if (!isKept(file.FullName) && Delete(file))
            {
                removed += size;
            }
        }

        return removed;
    }

    private void FreeLocks()
    {
        foreach (var file in Files(layout.Locks))
        {
            // A lock's time says nothing; taking it does. Freeing it deletes it.
            FileLock.TryTake(file.FullName)?.Dispose();
        }
    }

    private static IEnumerable<FileInfo> Files(string folder, string pattern = "*") =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles(
                pattern,
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    MaxRecursionDepth = 1,
                    IgnoreInaccessible = true,
                }
            )
            : [];

    private static bool Delete(FileInfo file)
    {
        try
        {
            file.Delete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Further away than this, in either direction: a clock may have been wrong then or be wrong now.</summary>
    private bool IsOlder(DateTime time, TimeSpan age) => (now - time).Duration() > age;
}
