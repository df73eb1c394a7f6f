using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>The end of a run: reports what is still open, writes the summary, and makes the outcome for the caller.</summary>
internal static class RunConclusion
{
    /// <param name="context">Of the run.</param>
    /// <param name="state">Every segment has a take or was given up.</param>
    /// <param name="locked">What the run made of the lock.</param>
    /// <param name="store">Closed with the outcome.</param>
    /// <param name="elapsed">Since the run began.</param>
    public static NarrationOutcome Conclude(RunContext context, RunState state, LockResult locked, IClipStore store, TimeSpan elapsed)
    {
        var request = context.Request;
        var takes = state.Takes.Select(take => take!).ToArray();
        var report = new RunReport(request, context.Log, context.Findings, new(request, state.Plan.Lock.Content));
        report.ReportIncompleteSegments(takes);
        var manifest = new ManifestBuilder(request, state.Rates).Build(takes);
        var summary = SummaryBuilder.Build(takes, manifest, (state.WorkerStarts, state.ModelLoads), elapsed);
        report.Publish(summary, locked.IsChanged);
        report.Publish(locked.Drift);
        return new(() => RunStores.CloseAsync(store))
        {
            Manifest = manifest,
            Findings = context.Findings.All,
            Audio = takes
                .Where(take => take.Take is not null)
                .ToDictionary(
                    take => take.Segment.Id,
                    take => new NarrationAudio(take.Take!.AudioHash, take.Path, take.Store),
                    StringComparer.Ordinal
                ),
            IsComplete =
                !request.IsDesignTime
                && !context.Findings.HasErrors
                && context.Settings.Shard is null
                && Array.TrueForAll(takes, take => take is { Take: not null, Source: not (TakeSource.AudioMissing or TakeSource.Failed) }),
            Summary = summary,
            Lock = locked.Final,
            WatchedFiles = Watched(request, state.Plan.Lock.Path),
        };
    }

    private static string[] Watched(NarrationRequest request, string lockPath) =>
        [
            .. new SortedSet<string>(
                [
                    .. request.Settings.WatchedFiles,
                    .. request.Recordings.Select(recording => recording.Path),
                    request.LockFilePath,
                    lockPath,
                ],
                StringComparer.Ordinal
            ),
        ];
}
