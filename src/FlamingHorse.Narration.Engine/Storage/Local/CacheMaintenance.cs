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

    /// <summary>
    /// Removes what no lock ever named until the rest fits, and then what some lock names; of each the least recently used first.
    /// </summary>
    /// <param name="limitBytes">What may stay.</param>
    /// <param name="isKept">Paths that stay whatever the limit.</param>
    /// <param name="named">SHA-256 of audio that locks name; its record and action are with it.</param>
    /// <returns>Of what locks name: how many clips were removed, and bytes in all.</returns>
    public (int Clips, long Bytes) Evict(long limitBytes, Func<string, bool> isKept, IReadOnlySet<string> named)
    {
        var files = Files(layout.Actions).Concat(Files(layout.Contents)).ToList();
        var excess = files.Sum(file => file.Length) - limitBytes;
        if (excess <= 0)
        {
            return default;
        }

        var withNamed = PathsOf(named);
        var (clips, bytes) = (0, 0L);
        // Of one age, an action goes before its content.
        foreach (
            var file in files
                .OrderBy(file => withNamed.Contains(file.FullName))
                .ThenBy(file => file.LastWriteTimeUtc)
                .ThenBy(file => file.FullName, StringComparer.Ordinal)
        )
        {
            if (excess <= 0)
            {
                break;
            }

            var size = file.Length;
            if (isKept(file.FullName) || !Delete(file))
            {
                continue;
            }

            excess -= size;
            if (withNamed.Contains(file.FullName))
            {
                bytes += size;
                clips += named.Contains(file.Name) ? 1 : 0;
            }
        }

        return (clips, bytes);
    }

    /// <summary>Audio, records and actions of these takes.</summary>
    private HashSet<string> PathsOf(IReadOnlySet<string> named)
    {
        var paths = named.Select(layout.Content).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Files(layout.Actions, "*.json"))
        {
            if (
                EntryFile.IsPlain(file, ActionResult.MaxBytes)
                && EntryFile.ReadAll(file) is { } json
                && ActionResult.Parse(json) is { } action
                && named.Contains(action.Audio.Hash)
            )
            {
                paths.Add(file.FullName);
                paths.Add(layout.Content(action.Meta.Hash));
            }
        }

        return paths;
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
