using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>Removes what crashes left behind in a cache.</summary>
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
        foreach (var file in CacheFiles.List(layout.Actions).Concat(CacheFiles.List(layout.Contents)))
        {
            if (file.Extension == TemporaryFileName.Extension && IsOlder(file.LastWriteTimeUtc, Day))
            {
                CacheFiles.TryDelete(file);
            }
        }

        foreach (var file in CacheFiles.List(layout.Quarantine))
        {
            if (IsOlder(file.LastWriteTimeUtc, QuarantineKept))
            {
                CacheFiles.TryDelete(file);
            }
        }

        FreeLocks();
        return true;
    }

    /// <summary>Removes unfinished files whose writer is certainly dead, and locks of the dead.</summary>
    public void RemoveAbandoned()
    {
        foreach (
            var file in CacheFiles
                .List(layout.Actions, "*" + TemporaryFileName.Extension)
                .Concat(CacheFiles.List(layout.Contents, "*" + TemporaryFileName.Extension))
        )
        {
            TemporaryFileName.RemoveIfAbandoned(file.FullName);
        }

        FreeLocks();
    }

    private void FreeLocks()
    {
        foreach (var file in CacheFiles.List(layout.Locks))
        {
            // A lock's time proves nothing; being able to take it does. Freeing it deletes it.
            FileLock.TryTake(file.FullName)?.Dispose();
        }
    }

    /// <summary>Further away than this, in either direction: a clock may have been wrong then or be wrong now.</summary>
    private bool IsOlder(DateTime time, TimeSpan age) => (now - time).Duration() > age;
}
