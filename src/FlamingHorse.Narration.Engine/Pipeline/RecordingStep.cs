using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Puts recordings in the places that are theirs. They need no backend, and what has been made of them once can be made again on any machine.</summary>
internal sealed class RecordingStep(NarrationSettings settings, IReadOnlyList<PlannedSegment> plan, IClipStore store, FindingLog findings)
{
    /// <summary>Fills in the takes that recordings can fill.</summary>
    public async Task RunAsync(SegmentTake?[] takes, CancellationToken cancellation)
    {
        for (var index = 0; index < plan.Count; index++)
        {
            if (plan[index].Recording is not { } recorded || takes[index] is not (null or { Source: TakeSource.AudioMissing }))
            {
                continue;
            }

            if (recorded.IsHere && (takes[index] is not null || !settings.LockedMode))
            {
                takes[index] = await MakeAsync(plan[index], recorded, takes[index], cancellation).ConfigureAwait(false);
            }
            else if (takes[index] is null && !settings.LockedMode && settings.Missing != MissingMode.Estimate)
            {
                findings.Report(
                    ScriptFindings.RecordingMissing.At(
                        recorded.Recording.Place ?? plan[index].Source.Place,
                        $"The recording of '{plan[index].Id}' is not there: {recorded.Recording.Path}{(recorded.Hash is null ? "" : " is a Git LFS pointer")}. Fetch it (git lfs pull), record it, or remove its NarrationRecording to have a voice speak."
                    )
                );
                takes[index] = new(plan[index], TakeSource.Failed);
            }
        }
    }

    private async Task<SegmentTake?> MakeAsync(
        PlannedSegment segment,
        RecordedFile recorded,
        SegmentTake? before,
        CancellationToken cancellation
    )
    {
        RecordingClip clip;
        try
        {
            clip = RecordingClip.Of(
                await File.ReadAllBytesAsync(recorded.Recording.Path, cancellation).ConfigureAwait(false),
                segment.Key,
                settings.Loudness
            );
        }
        catch (Exception error) when (error is WavFormatException or IOException or UnauthorizedAccessException)
        {
            findings.Report(
                ScriptFindings.RecordingUnusable.At(
                    recorded.Recording.Place ?? segment.Source.Place,
                    $"The recording of '{segment.Id}' cannot be used: {error.Message}. Save {Path.GetFileName(recorded.Recording.Path)} as WAV, PCM of 16, 24 or 32 bits or 32-bit float."
                )
            );
            return before ?? new SegmentTake(segment, TakeSource.Failed);
        }

        // Where the lock names a take of the same key, no other may come in its place.
        if (before is not null && before.Take!.AudioHash != clip.Record.AudioHash)
        {
            return before;
        }

        Judge(segment, recorded, clip);
        return SegmentTake.Of(segment, await store.AddAsync(clip.Record, clip.Wav, CancellationToken.None).ConfigureAwait(false));
    }

    private void Judge(PlannedSegment segment, RecordedFile recorded, RecordingClip clip)
    {
        if (clip.Flaws.Count > 0)
        {
            findings.Report(
                ScriptFindings.RecordingDoubtful.At(
                    recorded.Recording.Place ?? segment.Source.Place,
                    $"The recording of '{segment.Id}' has {string.Join(" and ", clip.Flaws)}. It is used as it is; record it again if that can be heard."
                )
            );
        }

        if (
            segment.LockedBefore is { Voice: Recording.Voice } before
            && before.Key != segment.Key
            && before.AudioHash == clip.Record.AudioHash
        )
        {
            findings.Report(
                ScriptFindings.RecordingOfOtherText.At(
                    segment.Source.Place,
                    $"The text of '{segment.Id}' has changed and its recording {Path.GetFileName(recorded.Recording.Path)} has not. Record it again, unless the words are still the same."
                )
            );
        }
    }
}
