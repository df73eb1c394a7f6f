using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>
/// Puts recordings in the places that are theirs. They need no backend, and what has been made of them once can be made again on any
/// machine.
/// </summary>
internal sealed class RecordingStep(RunContext context, IClipStore store) : IRunStep
{
    private readonly NarrationSettings _settings = context.Settings;
    private readonly FindingLog _findings = context.Findings;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!state.Plan.IsSound || context.Request.IsDesignTime)
        {
            yield break;
        }

        foreach (
            var index in state.Indices(index =>
                state.Plan.Segments[index].Recording is not null && state.Takes[index] is null or { Source: TakeSource.AudioMissing }
            )
        )
        {
            var (segment, before) = (state.Plan.Segments[index], state.Takes[index]);
            var recorded = segment.Recording!;
            if (recorded.IsHere && (before is not null || !_settings.LockedMode || segment.IsRecordedForOtherText))
            {
                yield return state = state.With(index, await MakeAsync(segment, recorded, before, cancellation).ConfigureAwait(false));
            }
            else if (before is null && !_settings.LockedMode && _settings.Missing != MissingMode.Estimate)
            {
                ReportMissing(segment, recorded);
                yield return state = state.With(index, new(segment, TakeSource.Failed));
            }
        }

        foreach (var index in state.Indices(index => IsOfOtherText(state.Plan.Segments[index], state.Takes[index])))
        {
            ReportOtherText(state.Plan.Segments[index]);
            // The lock keeps its line, so that this is said until the file is another or its author says that the words are the same.
            yield return state = state.With(index, state.Takes[index]! with { Take = state.Plan.Segments[index].LockedBefore });
        }
    }

    private static bool IsOfOtherText(PlannedSegment segment, SegmentTake? take) =>
        segment is { IsRecordedForOtherText: true, IsRetake: false }
        && take?.Take is { } made
        && made.AudioHash == segment.LockedBefore!.AudioHash;

    private void ReportOtherText(PlannedSegment segment) =>
        _findings.Report(
            ScriptFindings.RecordingOfOtherText.At(
                segment.Source.Place,
                $"The text of '{segment.Id}' has changed and its recording {Path.GetFileName(segment.Recording!.Recording.Path)} has "
                    + $"not. Record it again; if its words are still the same, say so once with NarrationRetake={segment.Id}."
            )
        );

    private void ReportMissing(PlannedSegment segment, RecordedFile recorded) =>
        _findings.Report(
            ScriptFindings.RecordingMissing.At(
                recorded.Recording.Place ?? segment.Source.Place,
                $"The recording of '{segment.Id}' is not there: "
                    + $"{recorded.Recording.Path}{(recorded.Hash is null ? "" : " is a Git LFS pointer")}. Fetch it (git lfs pull), "
                    + $"record it, or remove its NarrationRecording to have a voice speak."
            )
        );

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
            clip = Make(await File.ReadAllBytesAsync(recorded.Recording.Path, cancellation).ConfigureAwait(false), segment, before);
        }
        catch (Exception error) when (error is WavFormatException or IOException or UnauthorizedAccessException)
        {
            _findings.Report(
                ScriptFindings.RecordingUnusable.At(
                    recorded.Recording.Place ?? segment.Source.Place,
                    $"The recording of '{segment.Id}' cannot be used: {error.Message}. Save {Path.GetFileName(recorded.Recording.Path)} "
                        + $"as WAV, PCM of 16, 24 or 32 bits or 32-bit float."
                )
            );
            return before ?? new SegmentTake(segment, TakeSource.Failed);
        }

        // Where the lock names a take of the same key, no other may come in its place; a locked build takes what it names and nothing else.
        if (
            (before?.Take ?? (_settings.LockedMode ? segment.LockedBefore : null)) is { } pinned
            && pinned.AudioHash != clip.Record.AudioHash
        )
        {
            return before;
        }

        Judge(segment, recorded, clip);
        var take = SegmentTake.Of(segment, await store.AddAsync(clip.Record, clip.Wav, CancellationToken.None).ConfigureAwait(false));
        // The lock's own line, which may have the key of an older package, stays as it is.
        return before?.Take is { } line ? take with { Take = line } : take;
    }

    /// <summary>
    /// The clip that the lock names where it can be made of the file, at the levels that older packages stored it at; else the clip.
    /// </summary>
    private RecordingClip Make(byte[] file, PlannedSegment segment, SegmentTake? before)
    {
        var clip = RecordingClip.Of(file, segment.Key, loudness: null);
        if ((before?.Take ?? segment.LockedBefore) is not { Voice: Recording.Voice } named || named.AudioHash == clip.Record.AudioHash)
        {
            return clip;
        }

        double?[] levels = [segment.Voice!.Pin.Loudness, _settings.Loudness, LockedVoice.NewLoudness];
        return levels
            .Where(level => level is not null)
            .Distinct()
            .Select(level => RecordingClip.Of(file, segment.Key, level))
            .FirstOrDefault(older => older.Record.AudioHash == named.AudioHash)
            ?? clip;
    }

    private void Judge(PlannedSegment segment, RecordedFile recorded, RecordingClip clip)
    {
        if (clip.Flaws.Count > 0)
        {
            _findings.Report(
                ScriptFindings.RecordingDoubtful.At(
                    recorded.Recording.Place ?? segment.Source.Place,
                    $"The recording of '{segment.Id}' has {string.Join(" and ", clip.Flaws)}. It is used as it is; record it again if "
                        + $"that can be heard."
                )
            );
        }
    }
}
