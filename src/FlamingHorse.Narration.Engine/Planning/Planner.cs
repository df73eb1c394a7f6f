using FlamingHorse.Narration.Engine.Keys;
using FlamingHorse.Narration.Engine.Locking;
using FlamingHorse.Narration.Engine.Settings;
using FlamingHorse.Narration.Engine.Voices;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>Gives every segment its spoken text, voice, key, and the take that the lock names for it. Pure but for the references that the voices read.</summary>
internal sealed class Planner(NarrationSettings settings, Lexicon lexicon, VoiceResolver voices, NarrationLock locked, RetakeSelection retakes)
{
    private Dictionary<ActionKey, LockedSegment>? _byKey;

    /// <summary>In ordinal order of the ids.</summary>
    public IReadOnlyList<PlannedSegment> Plan(IReadOnlyList<ScriptSegment> segments)
    {
        var plan = segments.Select(Plan).ToArray();
        Array.Sort(plan, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return plan;
    }

    private PlannedSegment Plan(ScriptSegment segment)
    {
        var name = segment.Voice is { Length: > 0 } own ? own : settings.DefaultVoice;
        var voice = voices.Find(name);
        var defaultLanguage = voice?.Voice.Language ?? settings.Language ?? NarrationSettings.DefaultLanguage;
        var planned = new PlannedSegment
        {
            Source = segment,
            Spoken = SpokenText.Of(segment, lexicon, defaultLanguage),
            Language = segment.Language is { Length: > 0 } language ? language : defaultLanguage,
            VoiceName = voice?.Voice.Name ?? name,
            Voice = voice,
            LockedBefore = locked.Segments.GetValueOrDefault(segment.Id),
            IsRetake = retakes.Names(segment.Id),
        };
        if (voice is not { IsKeyed: true })
        {
            return planned;
        }

        var key = ActionKeys.Compute(planned.Spoken, planned.Language, voice.Voice, settings.Loudness);
        return planned with
        {
            Key = key,
            Locked = planned.LockedBefore?.Key == key ? planned.LockedBefore : FindByKey(key),
            IsOtherShard = settings.Shard is { } shard && !shard.Holds(key),
        };
    }

    // A renamed segment keeps its take, also on a machine that has no audio.
    private LockedSegment? FindByKey(ActionKey key)
    {
        if (_byKey is null)
        {
            _byKey = new(locked.Segments.Count);
            foreach (var (_, segment) in locked.Segments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                _byKey.TryAdd(segment.Key, segment);
            }
        }

        return _byKey.GetValueOrDefault(key);
    }
}
