using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Recordings;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>Plans segments that a person recorded.</summary>
/// <param name="pinned">The voices of the locks.</param>
/// <param name="retakes">Which segments are to be made again.</param>
/// <param name="keys">Gives them their keys.</param>
internal sealed class RecordedSegments(IReadOnlyDictionary<string, LockedVoice> pinned, RetakeSelection retakes, SegmentKeys keys)
{
    /// <summary>
    /// A recording that is absent is taken as the lock's; no shard concerns it, and a retake of it only says that its words are right.
    /// </summary>
    public PlannedSegment Plan(PlannedSegment planned, RecordedFile recording)
    {
        var voice = new Voice
        {
            Name = Recording.Voice,
            Backend = Recording.Voice,
            Model = "",
            Language = "",
            ReferenceAudioHash = recording.Hash,
        };
        var before = planned.LockedBefore is { Voice: Recording.Voice } line ? line : null;
        var (key, older) = recording.Hash is null ? (before?.Key, null) : keys.KeysOf(planned, voice);
        // The lock has one line for all recordings; the key says which file it was.
        var pin = LockedVoice.Of(
            voice with
            {
                ReferenceAudioHash = null,
            },
            pinned.TryGetValue(voice.Name, out var known) ? known.Loudness : LockedVoice.NewLoudness
        );
        var recorded = planned with
        {
            VoiceName = Recording.Voice,
            Voice = new(voice, pin, IsKeyed: key is not null, Problem: null),
            Recording = recording,
            IsRetake = retakes.NamesItself(planned.Id),
            Key = key ?? ActionKey.None,
            OlderKey = older,
        };
        return key is null ? recorded : keys.FindLocked(recorded);
    }
}
