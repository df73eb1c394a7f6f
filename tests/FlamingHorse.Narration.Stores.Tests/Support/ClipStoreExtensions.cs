using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>Many clips at once, as a build asks for them.</summary>
internal static class ClipStoreExtensions
{
    private const int AtOnce = 16;

    /// <summary>The takes under the keys; those that are nowhere are left out.</summary>
    public static async Task<IReadOnlyDictionary<ActionKey, StoredClip>> FindManyAsync(
        this IClipStore store,
        IEnumerable<ActionKey> keys,
        CancellationToken cancellation
    )
    {
        var found = new ConcurrentDictionary<ActionKey, StoredClip>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(keys.Distinct(), options, async (key, stop) =>
        {
            if (await store.FindAsync(key, stop) is { } clip)
            {
                found[key] = clip;
            }
        });
        return found;
    }
}
