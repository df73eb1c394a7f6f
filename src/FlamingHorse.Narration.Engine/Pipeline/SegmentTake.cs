using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>A segment and what became of it.</summary>
/// <param name="Segment">The plan's line.</param>
/// <param name="Source">How it ended.</param>
/// <param name="Take">What the lock says or will say; null where there is only an estimate.</param>
internal sealed record SegmentTake(PlannedSegment Segment, TakeSource Source, LockedSegment? Take = null)
{
    /// <summary>The path of the audio; null when no store has it or it was not looked for.</summary>
    public string? Path { get; init; }

    public ClipSource? Store { get; init; }

    public long ElapsedMs { get; init; }

    public int Attempts { get; init; }

    /// <summary>The file of a failed segment's last take; null if there is none.</summary>
    public string? RefusedTake { get; init; }

    /// <summary>Parts of the text that this take leaves out.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Results of the recognizers that listened to it, as far as this run knows them.</summary>
    public IReadOnlyList<TakeCheck> Checks { get; init; } = [];

    /// <summary>A take found in a store.</summary>
    public static SegmentTake Of(PlannedSegment segment, StoredClip clip) =>
        new(segment, clip.Source == ClipSource.Local ? TakeSource.LocalCache : TakeSource.RemoteCache, Line(segment, clip))
        {
            Path = clip.Path,
            Store = clip.Source,
            Unread = clip.Record.Unread ?? [],
            Checks = clip.Record.Checks ?? [],
        };

    /// <summary>A take made now.</summary>
    public static SegmentTake Made(PlannedSegment segment, StoredClip clip) =>
        Of(segment, clip) with
        {
            Source = TakeSource.Synthesized,
            ElapsedMs = clip.Record.ElapsedMs,
            Attempts = clip.Record.Attempts,
        };

    // Under the key that was asked for, also where another model had to take over and the store knows the clip by that model's key.
    private static LockedSegment Line(PlannedSegment segment, StoredClip clip)
    {
        var line = LockedSegment.Of(clip.Record, segment.VoiceName) with { Key = segment.Key };
        return
            segment.LockedBefore is { Check: { } known } before
            && before.AudioHash == line.AudioHash
            && (line.Check is null || known.Verdict == LockedCheck.Accepted)
            ? line with
            {
                Check = known, // of this very audio; a person's word is the last
            }
            : line;
    }
}
