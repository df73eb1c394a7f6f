using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Storage;

/// <summary>Many clips at once: a shared store's round trips overlap instead of adding up.</summary>
public static class ClipStoreExtensions
{
    private const int AtOnce = 16;

    /// <summary>The takes under the keys; those that are nowhere are left out.</summary>
    public static Task<IReadOnlyDictionary<ActionKey, StoredClip>> FindManyAsync(
        this IClipStore store,
        IEnumerable<ActionKey> keys,
        CancellationToken cancellation
    ) => AllAsync(keys, store.FindAsync, cancellation);

    /// <summary>The audio with the hashes; those that are nowhere are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, (string Path, ClipSource Source)>> FindManyAudioAsync(
        this IClipStore store,
        IEnumerable<string> hashes,
        CancellationToken cancellation
    )
    {
        var found = await AllAsync(
                hashes,
                async (hash, stop) =>
                    await store.FindAudioAsync(hash, stop).ConfigureAwait(false) is { } audio
                        ? Tuple.Create(audio.Path, audio.Source)
                        : null,
                cancellation
            )
            .ConfigureAwait(false);
        return found.ToDictionary(pair => pair.Key, pair => (pair.Value.Item1, pair.Value.Item2), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<TName, TFound>> AllAsync<TName, TFound>(
        IEnumerable<TName> names,
        Func<TName, CancellationToken, ValueTask<TFound?>> find,
        CancellationToken cancellation
    )
        where TName : notnull
        where TFound : class
    {
        var found = new ConcurrentDictionary<TName, TFound>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel
            .ForEachAsync(names.Distinct(), options, async (name, stop) =>
            {
                if (await find(name, stop).ConfigureAwait(false) is { } one)
                {
                    found[name] = one;
                }
            })
            .ConfigureAwait(false);
        return found;
    }
}
