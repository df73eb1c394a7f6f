using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
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

    /// <summary>In ordinal order of the ids.</summary>
    public IReadOnlyList<PlannedSegment> Plan(IReadOnlyList<ScriptSegment> segments)
    {
        var ids = segments.Select(segment => segment.Id).ToHashSet(StringComparer.Ordinal);
        var takes = new LockedTakes(locked, refused, ids);
        var keys = new SegmentKeys(settings, pinned, takes);
        var plan = segments.Select(segment => Plan(segment, keys, takes)).ToArray();
        Array.Sort(plan, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return plan;
    }

    /// <summary>The name of the voice that speaks a segment.</summary>
    public static string VoiceName(ScriptSegment segment, NarrationSettings settings) =>
        segment.Voice is { Length: > 0 } own ? own : settings.Defaults.Voice;

    private PlannedSegment Plan(ScriptSegment segment, SegmentKeys keys, LockedTakes takes)
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
            LockedBefore = takes.Find(segment.Id),
            IsRetake = retakes.Names(segment.Id) || (retakes.Failed && takes.IsRefused(segment.Id)),
        };
        if (recordings.Find(segment.Id) is { } recording)
        {
            return new RecordedSegments(pinned, retakes, keys).Plan(planned, recording);
        }

        planned = planned with
        {
            Say = takesPhonemes ? lexicon.FindPronunciations(planned.Spoken, planned.Language) : [],
            Letters = takesPhonemes && planned.Language == NeuralVoice.Language ? reading.FindLetterNames() : [],
            Unsayable = takesPhonemes ? null : lexicon.FindOnlyPhonemes(planned.Spoken, planned.Language),
        };
        var spoken = Keyed(planned, keys);
        return voice?.ByLanguage.GetValueOrDefault(planned.Language) is { } other && (spoken.Locked is null || planned.IsRetake)
            ? Keyed(planned with { Voice = other }, keys)
            : spoken;
    }

    private PlannedSegment Keyed(PlannedSegment planned, SegmentKeys keys)
    {
        if (planned.Voice is not { IsKeyed: true } voice)
        {
            return planned;
        }

        var keyed = keys.Assign(planned, voice.Voice);
        if (keyed is { Locked: null, IsRetake: false } && planned.Reading is { SpeaksFormulas: true, HasFormula: true })
        {
            // Older packages spoke a formula as it is written.
            var plain = keys.Assign(
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
}
