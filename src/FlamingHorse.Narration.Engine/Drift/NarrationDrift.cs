using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Scenes;

namespace FlamingHorse.Narration.Engine.Drift;

/// <summary>What a build changed in the lengths that a lock pins.</summary>
public sealed record NarrationDrift
{
    /// <summary>Segments whose length changed and those that were added or removed; by id.</summary>
    public required IReadOnlyList<SegmentDrift> Segments { get; init; }

    /// <summary>Those whose total moved; by id.</summary>
    public required IReadOnlyList<SceneDrift> Scenes { get; init; }

    /// <summary>Of all segments.</summary>
    public required TimeSpan Before { get; init; }

    /// <summary>Of all segments.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>Of how many segments, the new ones counted.</summary>
    public required int Count { get; init; }

    /// <summary>Null when no length moved. A first lock has nothing to move from.</summary>
    public static NarrationDrift? Between(NarrationLock before, NarrationLock after)
    {
        if (before.Segments.Count == 0)
        {
            return null;
        }

        var moved = Moved(before, after);
        var scenes = Totals(before, after);
        return moved.Count == 0 && scenes.Count == 0
            ? null
            : new()
            {
                Segments = moved,
                Scenes = scenes,
                Before = Sum(before.Segments),
                After = Sum(after.Segments),
                Count = after.Segments.Count,
            };
    }

    private static List<SegmentDrift> Moved(NarrationLock before, NarrationLock after)
    {
        // A renamed segment keeps its take: it was neither added nor removed.
        var gone = before
            .Segments.Where(pair => !after.Segments.ContainsKey(pair.Key))
            .Select(pair => pair.Value.AudioHash)
            .ToHashSet(StringComparer.Ordinal);
        var come = after
            .Segments.Where(pair => !before.Segments.ContainsKey(pair.Key))
            .Select(pair => pair.Value.AudioHash)
            .ToHashSet(StringComparer.Ordinal);
        gone.IntersectWith(come);
        var moved = new List<SegmentDrift>();
        foreach (var id in before.Segments.Keys.Union(after.Segments.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Segments.GetValueOrDefault(id), after.Segments.GetValueOrDefault(id));
            var isRenamed = (old is null || now is null) && gone.Contains((old ?? now)!.AudioHash);
            if (!isRenamed && old?.Duration != now?.Duration)
            {
                moved.Add(new(id, old?.Duration, now?.Duration));
            }
        }

        return moved;
    }

    private static List<SceneDrift> Totals(NarrationLock before, NarrationLock after)
    {
        var old = before.Segments.ToLookup(pair => Scene.IdOf(pair.Key), StringComparer.Ordinal);
        var now = after.Segments.ToLookup(pair => Scene.IdOf(pair.Key), StringComparer.Ordinal);
        return
        [
            .. old.Select(scene => scene.Key)
                .Union(now.Select(scene => scene.Key))
                .Order(StringComparer.Ordinal)
                .Select(id => new SceneDrift(id, Sum(old[id]), Sum(now[id])))
                .Where(scene => scene.Change != TimeSpan.Zero),
        ];
    }

    private static TimeSpan Sum(IEnumerable<KeyValuePair<string, LockedSegment>> segments) =>
        segments.Aggregate(TimeSpan.Zero, (sum, pair) => sum + pair.Value.Duration);
}
