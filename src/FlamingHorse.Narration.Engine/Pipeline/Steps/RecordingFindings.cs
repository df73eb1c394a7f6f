using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>What is wrong with a recording, in words.</summary>
internal static class RecordingFindings
{
    /// <summary>The text has changed since the recording.</summary>
    public static Finding OfOtherText(PlannedSegment segment) =>
        ScriptFindings.RecordingOfOtherText.At(
            segment.Source.Place,
            $"The text of '{segment.Id}' has changed but its recording {Path.GetFileName(segment.Recording!.Recording.Path)} has "
                + $"not. Record it again; if the words are still the same, confirm that once with NarrationRetake={segment.Id}."
        );

    /// <summary>The file is not there, or only its Git LFS pointer is.</summary>
    public static Finding Missing(PlannedSegment segment, RecordedFile recorded) =>
        ScriptFindings.RecordingMissing.At(
            PlaceOf(segment, recorded),
            $"The recording of '{segment.Id}' is missing: "
                + $"{recorded.Recording.Path}{(recorded.Hash is null ? "" : " is a Git LFS pointer")}. Fetch it (git lfs pull), "
                + $"record it, or remove its NarrationRecording item to have a voice speak."
        );

    /// <summary>The file is no WAV that can be read.</summary>
    public static Finding Unusable(PlannedSegment segment, RecordedFile recorded, string reason) =>
        ScriptFindings.RecordingUnusable.At(
            PlaceOf(segment, recorded),
            $"The recording of '{segment.Id}' cannot be used: {reason}. Save {Path.GetFileName(recorded.Recording.Path)} "
                + $"as WAV, PCM of 16, 24 or 32 bits or 32-bit float."
        );

    /// <summary>It is used, and does not sound as it should.</summary>
    public static Finding Doubtful(PlannedSegment segment, RecordedFile recorded, IReadOnlyCollection<string> flaws) =>
        ScriptFindings.RecordingDoubtful.At(
            PlaceOf(segment, recorded),
            $"The recording of '{segment.Id}' has {string.Join(" and ", flaws)}. It is used unchanged; record it again if "
                + $"that is audible."
        );

    private static SourcePlace? PlaceOf(PlannedSegment segment, RecordedFile recorded) => recorded.Recording.Place ?? segment.Source.Place;
}
