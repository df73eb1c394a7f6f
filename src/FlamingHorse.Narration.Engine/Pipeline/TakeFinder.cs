using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Finds takes that exist: the lock's own first, then any of the same key. Looks in several places at once.</summary>
internal sealed class TakeFinder(IClipStore store, CancellationToken cancellation)
{
    private const int Concurrency = 8;

    /// <summary>The lock's takes with their audio, as far as a store has it; null for segments that the lock does not hold.</summary>
    public async Task<SegmentTake?[]> FindLockedAsync(IReadOnlyList<PlannedSegment> plan)
    {
        var takes = new SegmentTake?[plan.Count];
        await ForEachAsync(plan.Count, async index =>
            {
                if (plan[index] is { Locked: { } locked, IsOtherShard: false } segment)
                {
                    takes[index] = await FindAudioAsync(segment, locked).ConfigureAwait(false);
                }
            })
            .ConfigureAwait(false);
        return takes;
    }

    /// <summary>What the stores hold under these keys.</summary>
    public async Task<IReadOnlyDictionary<ActionKey, StoredClip>> FindAsync(IReadOnlyList<ActionKey> keys)
    {
        var clips = new StoredClip?[keys.Count];
        await ForEachAsync(keys.Count, async index => clips[index] = await store.FindAsync(keys[index], cancellation).ConfigureAwait(false))
            .ConfigureAwait(false);
        return keys.Zip(clips).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!);
    }

    /// <summary>What the stores hold for these segments, by their keys, or else by those of older packages.</summary>
    public async Task<IReadOnlyDictionary<ActionKey, StoredClip>> FindAsync(IEnumerable<PlannedSegment> segments)
    {
        var wanted = segments.DistinctBy(segment => segment.Key).ToList();
        var found = await FindAsync([.. wanted.Select(segment => segment.Key)]).ConfigureAwait(false);
        var older = wanted
            .Where(segment => segment.OlderKey is not null && !found.ContainsKey(segment.Key))
            .ToDictionary(segment => segment.Key, segment => segment.OlderKey!);
        if (older.Count == 0)
        {
            return found;
        }

        var old = await FindAsync([.. older.Values.Distinct()]).ConfigureAwait(false);
        return found
            .Concat(older.Where(pair => old.ContainsKey(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, old[pair.Value])))
            .ToDictionary();
    }

    private async ValueTask<SegmentTake> FindAudioAsync(PlannedSegment segment, LockedSegment locked)
    {
        var take = locked with { Voice = segment.VoiceName };
        return await store.FindAudioAsync(locked.AudioHash, cancellation).ConfigureAwait(false) is var (path, source)
            ? new SegmentTake(segment, SourceOf(source), await CorrectAsync(take, path).ConfigureAwait(false))
            {
                Path = path,
                Store = source,
            }
            : new SegmentTake(segment, TakeSource.AudioMissing, take);
    }

    /// <summary>The take with the lengths of its audio, where somebody wrote others into the lock.</summary>
    private async ValueTask<LockedSegment> CorrectAsync(LockedSegment take, string path)
    {
        if (ClipLength.Of(path, take) is not { } actual)
        {
            return take;
        }

        // The rest of the line may have been changed too; the store's record has all of it.
        return await store.FindAsync(take.Key, cancellation).ConfigureAwait(false) is { } clip && clip.Record.AudioHash == take.AudioHash
            ? LockedSegment.Of(clip.Record, take.Voice) with
            {
                Key = take.Key,
                Check = take.Check,
            }
            : take with
            {
                SampleCount = actual.SampleCount,
                SampleRate = actual.SampleRate,
                SpeechStart = Math.Min(take.SpeechStart, actual.SampleCount),
                SpeechEnd = Math.Min(take.SpeechEnd, actual.SampleCount),
            };
    }

    private static TakeSource SourceOf(ClipSource source) =>
        source switch
        {
            ClipSource.Local => TakeSource.UpToDate,
            ClipSource.StandIn => TakeSource.StandIn,
            _ => TakeSource.RemoteCache,
        };

    private Task ForEachAsync(int count, Func<int, Task> body) =>
        Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation },
            async (index, _) => await body(index).ConfigureAwait(false)
        );
}
