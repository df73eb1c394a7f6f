using System.Globalization;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>
/// What a build does for the cache beside using it: it notes which takes locks name, removes leftovers, and keeps to the user's limit.
/// A cache that cannot be written is left as it is.
/// </summary>
internal sealed class CacheUpkeep
{
    private readonly StoreOptions _options;
    private readonly LocalStore _cache;
    private readonly StoreWarnings _notices;
    private readonly NamedTakes _named;
    private readonly bool _isNew;

    public CacheUpkeep(StoreOptions options, LocalStore cache, StoreWarnings notices)
    {
        (_options, _cache, _notices) = (options, cache, notices);
        _named = new NamedTakes(cache.Layout);
        _isNew = !Directory.Exists(cache.Layout.Version);
    }

    /// <summary>Begins the list of named takes, where the cache has none yet.</summary>
    public void BeginNamedTakes()
    {
        if (!_options.IsReadOnly)
        {
            Try(() => _named.Begin(_isNew));
        }
    }

    /// <summary>Notes which audio a lock names.</summary>
    public void NoteNamed(string lockPath, IReadOnlyCollection<string> audio)
    {
        if (_options.IsReadOnly || audio.Count == 0 || !Directory.Exists(_cache.Layout.Version))
        {
            return;
        }

        Try(() =>
        {
            _named.Begin(_isNew);
            _named.Note(lockPath, audio);
        });
    }

    /// <summary>At the end of a build: removes leftovers, and what is above the limit.</summary>
    public void Tidy()
    {
        BeginNamedTakes();
        if (!_options.IsReadOnly)
        {
            Try(RemoveLeftoversAndExcess);
        }
    }

    private void RemoveLeftoversAndExcess()
    {
        var maintenance = new CacheMaintenance(_cache.Layout, DateTime.UtcNow);
        maintenance.Sweep();
        if (_cache.HasWritten)
        {
            // Whoever was killed while writing left something to write.
            maintenance.RemoveAbandoned();
        }

        if (_options.LimitGiB is { } limit)
        {
            Evict(limit);
        }
    }

    private void Evict(double limit)
    {
        var kept = _cache
            .Used.Concat(_options.Protected.Where(Digest.IsHash).Select(_cache.Layout.Content))
            .ToHashSet(StringComparer.Ordinal);
        var (clips, bytes) = new CacheEviction(_cache.Layout).Evict((long)(limit * (1L << 30)), kept.Contains, _named.ReadAll());
        if (clips > 0)
        {
            var takes = clips == 1 ? "take named in a lock file was" : "takes named in lock files were";
            _notices.Once(
                StoreFindings.NamedTakesEvicted,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"NarrationCacheLimit is {limit} GiB. {clips} {takes} removed from '{_cache.Layout.Root}' to respect it "
                        + $"({bytes / 1048576.0:0.0} MiB). Takes can't be made again: raise the limit, or keep them in a shared store "
                        + $"(NarrationRemoteCache)."
                )
            );
        }
    }

    private static void Try(Action upkeep)
    {
        try
        {
            upkeep();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that can only be read loses nothing, and needs no tidying.
        }
    }
}
