using System.Text;
using FlamingHorse.Narration.Engine.Drift;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>What a run reports at its end: incomplete segments, the summary, the last line.</summary>
internal sealed class RunReport(NarrationRequest request, INarrationLog log, FindingLog findings, TakeChecks checks)
{
    /// <summary>Reports once what concerns many segments.</summary>
    public void ReportIncompleteSegments(IReadOnlyList<SegmentTake> takes)
    {
        if (Of(takes, TakeSource.AudioMissing) is { Count: > 0 } missing)
        {
            findings.Report(checks.AudioMissing(missing));
        }

        if (Of(takes, TakeSource.Estimated) is { Count: > 0 } estimated)
        {
            findings.Report(TakeChecks.Estimated(estimated));
        }

        foreach (var take in takes.Where(take => take.Unread.Count > 0))
        {
            findings.Report(TakeChecks.Unread(take.Segment, take.Unread));
        }

        foreach (var finding in TakeVerdicts.Describe(takes, request.Settings))
        {
            findings.Report(finding);
        }

        if (TakeVerdicts.DescribeUnheard(takes, request.Settings) is { } unheard)
        {
            log.Line(unheard);
        }

        if (request.Settings.Shard is { } shard)
        {
            findings.Report(
                StoreFindings.ShardRun.At(
                    null,
                    $"Shard {shard}: {takes.Count - Of(takes, TakeSource.OtherShard).Count} of {takes.Count} segments belong to this run. "
                        + $"The run that gathers all shards writes the lock file."
                )
            );
        }
    }

    /// <summary>Writes the summary of a run that had something to do. An editor's run and an idle one leave the last as it is.</summary>
    public void Publish(BuildSummary summary, bool isLockChanged)
    {
        if (request.IsDesignTime || summary.Segments == 0)
        {
            return;
        }

        log.Line(SummaryBuilder.Line(summary));
        var isIdle = !isLockChanged && summary.UpToDate + summary.AudioMissing == summary.Segments;
        if (isIdle && BuildSummaryFile.Exists(request.IntermediateDirectory))
        {
            return;
        }

        try
        {
            BuildSummaryFile.Write(request.IntermediateDirectory, summary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Report(
                StoreFindings.OutputNotWritable.At(
                    new(Path.Combine(request.IntermediateDirectory, BuildSummaryFile.FileName)),
                    $"The build's summary cannot be written: {error.Message} Free some space or make the folder writable."
                )
            );
        }
    }

    /// <summary>Reports which lengths changed, at the very end of a build, and writes the drift report.</summary>
    public void Publish(NarrationDrift? drift)
    {
        if (drift is null || request.IsComparison)
        {
            return;
        }

        var path = Path.Combine(request.IntermediateDirectory, DriftReport.FileName);
        log.Line(DriftReport.Line(drift, path));
        Write(path, Encoding.UTF8.GetBytes(DriftReport.Page(drift)));
    }

    private void Write(string path, byte[] content)
    {
        try
        {
            AtomicFile.Write(path, content, isDurable: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Report(
                StoreFindings.OutputNotWritable.At(
                    new(path),
                    $"The drift report cannot be written: {error.Message} Free some space or make the folder writable."
                )
            );
        }
    }

    private static List<PlannedSegment> Of(IReadOnlyList<SegmentTake> takes, TakeSource source) =>
        [.. takes.Where(take => take.Source == source).Select(take => take.Segment)];
}
