using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Makes a take of a recording, and stores it.</summary>
internal sealed class RecordingTakeMaker(NarrationSettings settings, FindingLog findings, IClipStore store)
{
    /// <summary>The take; null in a locked build whose lock names another.</summary>
    public async Task<SegmentTake?> MakeAsync(
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
            findings.Report(RecordingFindings.Unusable(segment, recorded, error.Message));
            return before ?? new SegmentTake(segment, TakeSource.Failed);
        }

        // Where the lock names a take of the same key, no other may come in its place; a locked build takes what it names and nothing else.
        if (
            (before?.Take ?? (settings.LockedMode ? segment.LockedBefore : null)) is { } pinned
            && pinned.AudioHash != clip.Record.AudioHash
        )
        {
            return before;
        }

        if (clip.Flaws.Count > 0)
        {
            findings.Report(RecordingFindings.Doubtful(segment, recorded, clip.Flaws));
        }

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

        double?[] levels = [segment.Voice!.Pin.Loudness, settings.Loudness, LockedVoice.NewLoudness];
        return levels
            .Where(level => level is not null)
            .Distinct()
            .Select(level => RecordingClip.Of(file, segment.Key, level))
            .FirstOrDefault(older => older.Record.AudioHash == named.AudioHash)
            ?? clip;
    }
}
