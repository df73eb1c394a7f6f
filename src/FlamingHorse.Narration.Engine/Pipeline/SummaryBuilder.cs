using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Counts what became of the segments.</summary>
internal static class SummaryBuilder
{
    public static BuildSummary Build(
        IReadOnlyList<SegmentTake> takes,
        NarrationManifest manifest,
        (int WorkerStarts, int ModelLoads) effort,
        TimeSpan elapsed
    ) =>
        new()
        {
            Segments = takes.Count,
            UpToDate = Count(takes, TakeSource.UpToDate),
            FromLocalCache = Count(takes, TakeSource.LocalCache) + Count(takes, TakeSource.StandIn),
            FromRemoteCache = Count(takes, TakeSource.RemoteCache),
            Synthesized = Count(takes, TakeSource.Synthesized),
            SameAgain = takes.Count(IsSameAgain),
            Estimated = Count(takes, TakeSource.Estimated),
            Failed = Count(takes, TakeSource.Failed),
            AudioMissing = Count(takes, TakeSource.AudioMissing),
            WorkerStarts = effort.WorkerStarts,
            ModelLoads = effort.ModelLoads,
            ElapsedMs = (long)elapsed.TotalMilliseconds,
            Voices = Listen(takes) is { Count: > 0 } voices ? voices : null,
            Rows = [.. takes.Zip(manifest.Segments, Row)],
        };

    /// <summary>The last line of a run, such as <c>Narration: 12 synthesized, 88 cached, 3.4 s</c>.</summary>
    public static string Line(BuildSummary summary)
    {
        var cached = summary.UpToDate + summary.FromLocalCache + summary.FromRemoteCache;
        (int Count, string What)[] rest =
        [
            (summary.AudioMissing, "without audio"),
            (summary.Estimated, "estimated"),
            (summary.Failed, "failed"),
        ];
        var more = string.Concat(
            rest.Where(part => part.Count > 0).Select(part => FormattableString.Invariant($", {part.Count} {part.What}"))
        );
        var asBefore = summary.SameAgain switch
        {
            0 => "",
            1 => " (1 sounds as before)",
            var count => FormattableString.Invariant($" ({count} sound as before)"),
        };
        return FormattableString.Invariant(
            $"Narration: {summary.Synthesized} synthesized{asBefore}, {cached} cached{more}, {summary.ElapsedMs / 1000d:0.0} s"
        );
    }

    private static IReadOnlyList<CheckedVoice> Listen(IReadOnlyList<SegmentTake> takes)
    {
        var tally = new VoiceTally();
        foreach (var take in takes.Where(take => take.Segment.Recording is null))
        {
            var segment = take.Segment;
            var verdict = take.RefusedTake is null ? take.Take?.Check?.Verdict : LockedCheck.Refused;
            if (verdict is not null)
            {
                tally.Add(segment.VoiceName, verdict, segment.Spoken, segment.Language, take.RefusedTake is null ? take.Checks : []);
            }
        }

        return tally.ToVoices();
    }

    /// <summary>A retake whose audio is what it was, because its engine is deterministic.</summary>
    private static bool IsSameAgain(SegmentTake take) =>
        take is { Source: TakeSource.Synthesized, Segment: { IsRetake: true, LockedBefore: { } before } }
        && take.Take?.AudioHash == before.AudioHash;

    private static int Count(IReadOnlyList<SegmentTake> takes, TakeSource source) => takes.Count(take => take.Source == source);

    private static SummaryRow Row(SegmentTake take, ManifestSegment line) =>
        new(
            take.Segment.Id,
            take.Segment.Key.Hex,
            Name(take.Source),
            Math.Round(line.SampleCount / (double)line.SampleRate, 6),
            take.ElapsedMs,
            take.Attempts
        )
        {
            Verdict = take.Take?.Check?.Verdict,
            Heard = take.Checks.Select(check => check.Transcript).FirstOrDefault(transcript => transcript is not null),
            Recognizer = take.Take?.Check?.By,
            RefusedTake = take.RefusedTake,
        };

    private static string Name(TakeSource source) =>
        source switch
        {
            TakeSource.UpToDate => "upToDate",
            TakeSource.LocalCache => "localCache",
            TakeSource.RemoteCache => "remoteCache",
            TakeSource.Synthesized => "synthesized",
            TakeSource.StandIn => "standIn",
            TakeSource.AudioMissing => "audioMissing",
            TakeSource.Estimated => "estimated",
            TakeSource.Failed => "failed",
            _ => "otherShard",
        };
}
