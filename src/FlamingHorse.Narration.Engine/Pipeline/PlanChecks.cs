using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Checks of settings and plan, made before any take is looked for.</summary>
internal static class PlanChecks
{
    /// <summary>Settings that exclude each other.</summary>
    public static IEnumerable<Finding> OfSettings(NarrationSettings settings)
    {
        if (settings.LockedMode && settings.Retake.Length > 0)
        {
            yield return VoiceFindings.InvalidSetting.At(
                null,
                $"NarrationRetake is \"{settings.Retake}\" and NarrationLockedMode is true: a retake changes the lock file. Remove one "
                    + $"of them out."
            );
        }

        if (settings.LockedMode && settings.IsDraft)
        {
            yield return VoiceFindings.InvalidSetting.At(
                null,
                $"NarrationQuality is Draft and NarrationLockedMode is true: {LockFile.FileName} holds no drafts. Remove one of them."
            );
        }
    }

    /// <summary>Speeds and pronunciations in phonemes that the voices of this backend do not take.</summary>
    public static IEnumerable<Finding> OfVoices(IReadOnlyList<PlannedSegment> plan, NarrationSettings settings, IBackend backend)
    {
        var used = plan.Select(segment => segment.VoiceName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (
            var voice in settings.Voices.Values.Where(voice => !backend.TakesSpeed && voice.Speed is not null && used.Contains(voice.Name))
        )
        {
            yield return VoiceFindings.InvalidSetting.At(
                voice.Place,
                $"NarrationVoice \"{voice.Name}\" sets Speed, but NarrationBackend is {settings.Backend}, whose voices have a fixed "
                    + $"pace. Only {NeuralVoice.Backend} supports it: remove Speed, or choose that backend."
            );
        }

        foreach (var segment in plan)
        {
            if (segment is { Unsayable: { } entry, Recording: null })
            {
                yield return VoiceFindings.PhonemesUnsupported.At(
                    segment.Source.Place,
                    $"'{segment.Id}' says '{entry.Word}', for which the lexicon has phonemes only (/{entry.Spoken}/), but "
                        + $"NarrationBackend is {settings.Backend}. Add a line in words for such voices: {entry.Word} = how it is said."
                );
            }
        }
    }

    /// <summary>Segments that name what does not exist.</summary>
    public static IEnumerable<Finding> OfSegments(IReadOnlyList<PlannedSegment> plan, NarrationSettings settings)
    {
        foreach (var segment in plan)
        {
            if (segment.Voice is null)
            {
                var known = string.Join(", ", settings.Voices.Keys.Order(StringComparer.Ordinal));
                var source = segment.Source.Voice is null ? ", the value of NarrationDefaultVoice" : "";
                yield return VoiceFindings.UnknownVoice.At(
                    segment.Source.Place,
                    $"'{segment.Id}' names the voice '{segment.VoiceName}'{source}, which is not configured. Add <NarrationVoice "
                        + $"Include=\"{segment.VoiceName}\" … />, or use one of: {known}."
                );
            }

            if (segment.IsPlain)
            {
                yield return ScriptFindings.FormulaSpokenAsText.At(
                    segment.Source.Place,
                    $"The take of '{segment.Id}' is from an older package, which spoke its formula as plain text. It is kept; "
                        + $"NarrationRetake={segment.Id} makes one that reads the formula."
                );
            }

            if (segment.Source.Language is { } language && LanguageName.Problem(language) is { } allowed)
            {
                yield return VoiceFindings.InvalidSetting.At(
                    segment.Source.Place,
                    $"Language of '{segment.Id}' is \"{language}\". It must be {allowed}."
                );
            }
        }
    }

    /// <summary>Recordings that belong to no segment, or of which two belong to one.</summary>
    public static IEnumerable<Finding> OfRecordings(RecordingIndex recordings, NarrationRequest request)
    {
        if (request.Recordings.Count > 0 && request.Settings.Voices.TryGetValue(Recording.Voice, out var voice))
        {
            yield return VoiceFindings.InvalidSetting.At(
                voice.Place,
                $"A NarrationVoice is named '{voice.Name}', which is reserved for recordings. Give the voice another name."
            );
        }

        foreach (var finding in recordings.Findings)
        {
            yield return finding;
        }
    }

    /// <summary>Patterns of a retake that match no segment.</summary>
    public static IEnumerable<Finding> OfRetake(RetakeSelection retakes) =>
        retakes.Unmatched.Select(pattern =>
            StoreFindings.RetakeMatchesNothing.At(
                null,
                $"NarrationRetake names \"{pattern}\", but no segment has such an id. Ids look like Scenes.Intro.Welcome; * stands for "
                    + $"anything."
            )
        );
}
