using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Keys;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>Gives every segment its spoken text, voice, key, and the take that the lock names for it. Pure.</summary>
/// <param name="settings">As configured.</param>
/// <param name="lexicon">How words are said.</param>
/// <param name="formulas">How formulas are read.</param>
/// <param name="takesPhonemes">The voices take pronunciations in phonemes.</param>
/// <param name="voices">The resolved voices, by name without regard to case.</param>
/// <param name="locked">The lock.</param>
/// <param name="pinned">The voices of the locks.</param>
/// <param name="retakes">Which segments are to be made again.</param>
/// <param name="refused">SHA-256 of takes that the last check refused, beside those of which the lock says so.</param>
/// <param name="recordings">Recordings in the places of segments.</param>
internal sealed class Planner(
    NarrationSettings settings,
    Lexicon lexicon,
    FormulaRules formulas,
    bool takesPhonemes,
    IReadOnlyDictionary<string, ResolvedVoice> voices,
    NarrationLock locked,
    IReadOnlyDictionary<string, LockedVoice> pinned,
    RetakeSelection retakes,
    IReadOnlySet<string> refused,
    RecordingIndex recordings
)
{
    private readonly Lexicon _words = takesPhonemes ? lexicon.ForPhonemes() : lexicon;
    private Dictionary<ActionKey, LockedSegment>? _byKey;
    private HashSet<string> _ids = [];

    /// <summary>In ordinal order of the ids.</summary>
    public IReadOnlyList<PlannedSegment> Plan(IReadOnlyList<ScriptSegment> segments)
    {
        _ids = segments.Select(segment => segment.Id).ToHashSet(StringComparer.Ordinal);
        var plan = segments.Select(Plan).ToArray();
        Array.Sort(plan, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return plan;
    }

    /// <summary>The name of the voice that speaks a segment.</summary>
    public static string VoiceName(ScriptSegment segment, NarrationSettings settings) =>
        segment.Voice is { Length: > 0 } own ? own : settings.Defaults.Voice;

    private PlannedSegment Plan(ScriptSegment segment)
    {
        var name = VoiceName(segment, settings);
        var voice = voices.GetValueOrDefault(name);
        var defaultLanguage = voice?.Voice.Language ?? settings.Defaults.Language ?? NarrationSettings.DefaultLanguage;
        var reading = SegmentReading.Of(segment, _words, formulas, defaultLanguage);
        var planned = new PlannedSegment
        {
            Source = segment,
            Reading = reading,
            Spoken = reading.Spoken,
            Pauses = reading.Pauses,
            Language = segment.Language is { Length: > 0 } language ? language : defaultLanguage,
            VoiceName = voice?.Voice.Name ?? name,
            Voice = voice,
            LockedBefore = locked.Segments.GetValueOrDefault(segment.Id),
            IsRetake =
                retakes.Names(segment.Id)
                || (retakes.Failed && locked.Segments.GetValueOrDefault(segment.Id) is { } take && IsRefused(take)),
        };
        if (recordings.Find(segment.Id) is { } recording)
        {
            return Recorded(planned, recording);
        }

        planned = planned with
        {
            Say = takesPhonemes ? lexicon.FindPronunciations(planned.Spoken, planned.Language) : [],
            Letters = takesPhonemes && planned.Language == NeuralVoice.Language ? reading.FindLetterNames() : [],
            Unsayable = takesPhonemes ? null : lexicon.FindOnlyPhonemes(planned.Spoken, planned.Language),
        };
        var spoken = Keyed(planned);
        return voice?.ByLanguage.GetValueOrDefault(planned.Language) is { } other && (spoken.Locked is null || planned.IsRetake)
            ? Keyed(planned with { Voice = other })
            : spoken;
    }

    private PlannedSegment Keyed(PlannedSegment planned)
    {
        if (planned.Voice is not { IsKeyed: true } voice)
        {
            return planned;
        }

        var keyed = WithKey(planned, voice.Voice);
        if (keyed is { Locked: null, IsRetake: false } && planned.Reading is { SpeaksFormulas: true, HasFormula: true })
        {
            // Older packages spoke a formula as it is written.
            var plain = WithKey(
                planned with
                {
                    Spoken = SpokenText.Plain(planned.Source, _words, planned.Language),
                    Say = [],
                    Pauses = [],
                    Letters = [],
                    IsPlain = true,
                },
                voice.Voice
            );
            keyed = plain.Locked is null ? keyed : plain;
        }

        return keyed with
        {
            IsOtherShard = settings.Shard is { } shard && !shard.Holds(keyed.Key),
        };
    }

    private PlannedSegment WithKey(PlannedSegment planned, Voice voice)
    {
        var (key, older) = KeysOf(planned, voice);
        return InLock(planned with { Key = key, OlderKey = older });
    }

    /// <summary>The key, and the one that older packages computed, where it is another: the project's level was in it.</summary>
    private (ActionKey Key, ActionKey? Older) KeysOf(PlannedSegment planned, Voice voice)
    {
        var loudness = pinned.TryGetValue(voice.Name, out var known) ? known.Loudness : settings.Loudness;
        return (Compute(ActionKeys.Loudness), loudness.Equals(ActionKeys.Loudness) ? null : Compute(loudness));

        ActionKey Compute(double? level) => ActionKeys.Compute(planned.Spoken, planned.Language, voice, level, planned.Say, planned.Pauses);
    }

    private PlannedSegment InLock(PlannedSegment planned) =>
        planned with
        {
            Locked = InLock(planned, planned.Key) ?? (planned.OlderKey is { } older ? InLock(planned, older) : null),
        };

    private LockedSegment? InLock(PlannedSegment planned, ActionKey key) =>
        planned.LockedBefore?.Key == key ? planned.LockedBefore : FindByKey(key);

    /// <summary>
    /// A recording that is absent is taken as the lock's; no shard concerns it, and a retake of it only says that its words are right.
    /// </summary>
    private PlannedSegment Recorded(PlannedSegment planned, RecordedFile recording)
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
        var (key, older) = recording.Hash is null ? (before?.Key, null) : KeysOf(planned, voice);
        // The lock has one line for all recordings: which file it was stands in the key.
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
        return key is null ? recorded : InLock(recorded);
    }

    // A renamed segment keeps its take, also on a machine that has no audio. Of several takes of one text that is the one whose id is gone.
    private LockedSegment? FindByKey(ActionKey key)
    {
        if (_byKey is null)
        {
            _byKey = new(locked.Segments.Count);
            foreach (
                var (_, segment) in locked
                    .Segments.OrderBy(pair => _ids.Contains(pair.Key))
                    .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            )
            {
                _byKey.TryAdd(segment.Key, segment);
            }
        }

        return _byKey.GetValueOrDefault(key);
    }

    private bool IsRefused(LockedSegment take) =>
        take.Check?.Verdict != LockedCheck.Accepted && (take.Check?.Verdict == LockedCheck.Refused || refused.Contains(take.AudioHash));
}
