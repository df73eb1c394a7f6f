using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <summary>Removes what is above the user's limit. Times of files only give the order; none is ever too old.</summary>
/// <param name="layout">The cache.</param>
public sealed class CacheEviction(StoreLayout layout)
{
    /// <summary>
    /// Removes what no lock ever named until the rest fits, and then what some lock names; of each the least recently used first.
    /// </summary>
    /// <param name="limitBytes">What may stay.</param>
    /// <param name="isKept">Paths that stay whatever the limit.</param>
    /// <param name="named">SHA-256 of audio that locks name; its record and action are with it.</param>
    /// <returns>Of what locks name: how many clips were removed, and bytes in all.</returns>
    public (int Clips, long Bytes) Evict(long limitBytes, Func<string, bool> isKept, IReadOnlySet<string> named)
    {
        var files = CacheFiles.List(layout.Actions).Concat(CacheFiles.List(layout.Contents)).ToList();
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
            if (isKept(file.FullName) || !CacheFiles.TryDelete(file))
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
        foreach (var file in CacheFiles.List(layout.Actions, "*.json"))
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
}
