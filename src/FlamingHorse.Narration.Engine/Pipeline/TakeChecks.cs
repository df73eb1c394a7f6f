using System.Globalization;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Findings about segments that lack a take or its audio.</summary>
internal sealed class TakeChecks(NarrationRequest request, NarrationLock locked)
{
    private const int MostNamed = 5;

    /// <summary>In locked mode: FHN3001 or FHN3002 at the segment.</summary>
    public Finding NotLocked(PlannedSegment segment)
    {
        const string cure = "Build without NarrationLockedMode and commit the lock file";
        var file = Path.GetFileName(request.LockFilePath);
        return segment.LockedBefore is { } before
            ? StoreFindings.DiffersFromLock.At(
                segment.Source.Place,
                $"'{segment.Id}' differs from {file} in {Difference(segment, before)}. {cure}, or undo the change."
            )
            : StoreFindings.NotInLock.At(segment.Source.Place, $"'{segment.Id}' is not in {file}. {cure}.");
    }

    /// <summary>FHN3007 at the segment.</summary>
    public static Finding NotSynthesized(PlannedSegment segment) =>
        StoreFindings.NotSynthesized.At(
            segment.Source.Place,
            $"'{segment.Id}' has no audio in lock or cache, and NarrationMissing=Error forbids synthesis. Build with "
                + $"NarrationMissing=Synthesize on a machine with a backend, or use a shared store (NarrationRemoteCache)."
        );

    /// <summary>FHN3008 for all of them, at the first segment.</summary>
    public static Finding Estimated(IReadOnlyList<PlannedSegment> segments) =>
        StoreFindings.Estimated.At(
            segments[0].Source.Place,
            $"{Count(segments.Count, "segment has", "segments have")} no audio; their durations are estimates: {Names(segments)}. Build "
                + $"with NarrationMissing=Synthesize on a machine with a backend to have them spoken."
        );

    /// <summary>FHN2046 at the segment.</summary>
    public static Finding Unread(PlannedSegment segment, IReadOnlyList<string> unread) =>
        VoiceFindings.TextUnread.At(
            segment.Source.Place,
            $"'{segment.Id}': the voice cannot pronounce "
                + $"{string.Join(", ", unread.Distinct().Take(MostNamed).Select(text => $"'{text}'"))} and leaves it out. Write how it "
                + $"is said in SpokenAs or in a lexicon."
        );

    /// <summary>FHN3005 or FHN3006 for all of them, at the first segment.</summary>
    public Finding AudioMissing(IReadOnlyList<PlannedSegment> segments)
    {
        var what =
            $"The audio of {Count(segments.Count, "segment", "segments")} named in {Path.GetFileName(LockPath)} is not in the cache "
            + $"or the shared store: {Names(segments)}.";
        const string cure = "Set NarrationRemoteCache to a store that has it, or make new takes with NarrationRetake=missing.";
        return request.Settings.RequireAudio
            ? StoreFindings.AudioRequired.At(segments[0].Source.Place, $"{what} {cure}")
            : StoreFindings.AudioMissing.At(segments[0].Source.Place, $"{what} Durations are exact; nothing is synthesized again. {cure}");
    }

    private string LockPath => request.Settings.IsDraft ? request.DraftLockFilePath : request.LockFilePath;

    private string Difference(PlannedSegment segment, LockedSegment before)
    {
        if (segment.VoiceName != before.Voice)
        {
            return $"its voice (there '{before.Voice}')";
        }

        var differences =
            segment.Voice is { } voice && locked.Voices.TryGetValue(before.Voice, out var pin) ? pin.Differences(voice.Pin) : [];
        return differences.Count > 0 ? $"the voice '{before.Voice}': {string.Join(", ", differences)}"
            : segment is { Recording: null, Pauses.Count: > 0 } ? "what is said; older packages read its breaks aloud"
            : segment.Recording is null ? "what is said (text, SpokenAs, lexicon or language)"
            : "its recording or its text";
    }

    /// <summary>A number with the singular or plural.</summary>
    internal static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>The first few ids.</summary>
    internal static string Names(IReadOnlyList<PlannedSegment> segments) =>
        string.Join(", ", segments.Take(MostNamed).Select(segment => segment.Id)) + (segments.Count > MostNamed ? ", …" : "");
}
