using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>The takes that the lock names, by id and by key.</summary>
/// <param name="locked">The lock.</param>
/// <param name="refused">SHA-256 of takes that the last check refused, beside those of which the lock says so.</param>
/// <param name="ids">The current segments.</param>
internal sealed class LockedTakes(NarrationLock locked, IReadOnlySet<string> refused, IReadOnlySet<string> ids)
{
    private Dictionary<ActionKey, LockedSegment>? _byKey;

    /// <summary>The lock's line of this id, whatever its key.</summary>
    public LockedSegment? Find(string id) => locked.Segments.GetValueOrDefault(id);

    /// <summary>The take of this key: the segment's own line, or that of another id.</summary>
    public LockedSegment? Find(PlannedSegment planned, ActionKey key) =>
        planned.LockedBefore?.Key == key ? planned.LockedBefore : FindByKey(key);

    /// <summary>Whether the last check, or the lock itself, refused the segment's take, and nobody accepted it since.</summary>
    public bool IsRefused(string id) =>
        Find(id) is { } take
        && take.Check?.Verdict != LockedCheck.Accepted
        && (take.Check?.Verdict == LockedCheck.Refused || refused.Contains(take.AudioHash));

    /// <summary>
    /// A renamed segment keeps its take, also on a machine that has no audio. Of several takes of one text that is the one whose id is
    /// gone.
    /// </summary>
    private LockedSegment? FindByKey(ActionKey key)
    {
        if (_byKey is null)
        {
            _byKey = new(locked.Segments.Count);
            foreach (
                var (_, segment) in locked.Segments.OrderBy(pair => ids.Contains(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            )
            {
                _byKey.TryAdd(segment.Key, segment);
            }
        }

        return _byKey.GetValueOrDefault(key);
    }
}
