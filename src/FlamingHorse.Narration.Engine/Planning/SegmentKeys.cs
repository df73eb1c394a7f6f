using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Keys;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>Gives segments their action keys, and the takes that the lock names for them.</summary>
/// <param name="settings">As configured.</param>
/// <param name="pinned">The voices of the locks.</param>
/// <param name="takes">The takes of the lock.</param>
internal sealed class SegmentKeys(NarrationSettings settings, IReadOnlyDictionary<string, LockedVoice> pinned, LockedTakes takes)
{
    /// <summary>With the key that this voice gives it, and what the lock names for that key.</summary>
    public PlannedSegment Assign(PlannedSegment planned, Voice voice)
    {
        var (key, older) = KeysOf(planned, voice);
        return FindLocked(planned with { Key = key, OlderKey = older });
    }

    /// <summary>The key, and the one that older packages computed, where it is another: the project's level was in it.</summary>
    public (ActionKey Key, ActionKey? Older) KeysOf(PlannedSegment planned, Voice voice)
    {
        var loudness = pinned.TryGetValue(voice.Name, out var known) ? known.Loudness : settings.Loudness;
        return (Compute(ActionKeys.Loudness), loudness.Equals(ActionKeys.Loudness) ? null : Compute(loudness));

        ActionKey Compute(double? level) => ActionKeys.Compute(planned.Spoken, planned.Language, voice, level, planned.Say, planned.Pauses);
    }

    /// <summary>With the take that the lock names for its key, or for the key of an older package.</summary>
    public PlannedSegment FindLocked(PlannedSegment planned) =>
        planned with
        {
            Locked = takes.Find(planned, planned.Key) ?? (planned.OlderKey is { } older ? takes.Find(planned, older) : null),
        };
}
