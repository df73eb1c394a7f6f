using FlamingHorse.Narration.Engine.Publishing.Report.Data;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>Finds segments that somebody should listen to, from what is measured.</summary>
internal static class SegmentFlags
{
    private const double LoudnessTolerance = 1;
    private const double LengthTolerance = 0.3;
    private const double LeastSurprise = 0.5;

    public static IReadOnlyList<string> Of(PageSegment segment, IReadOnlyList<string> noted, double? loudness)
    {
        var flags = new List<string>(noted);
        if (segment.IsEstimated)
        {
            return ["estimated"];
        }

        if (segment.Take.Audio is null)
        {
            flags.Add("audio-missing");
        }

        if (segment.IsDraft)
        {
            flags.Add("draft");
        }

        var surprise = (double)segment.Take.Samples / segment.Take.Rate - segment.Estimate;
        if (Math.Abs(surprise) > Math.Max(LeastSurprise, segment.Estimate * LengthTolerance))
        {
            flags.Add(surprise > 0 ? "long" : "short");
        }

        if (loudness is { } wanted && segment.Take.Level is { } level && Math.Abs(level - wanted) > LoudnessTolerance)
        {
            flags.Add(level > wanted ? "loud" : "quiet");
        }

        if (segment.Take.Attempts > 1)
        {
            flags.Add("retried");
        }

        return flags;
    }
}
