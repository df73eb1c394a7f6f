namespace FlamingHorse.Narration.Captions;

/// <summary>The words of a caption with the timestamps that WebVTT allows.</summary>
internal static class WordStamps
{
    /// <summary>
    /// Each word with its time in whole milliseconds; zero for one that is shown from the start or shares its moment with the one before
    /// it:
    /// a timestamp stands for a time after the start of its cue, before its end, and after every other before it.
    /// </summary>
    public static IReadOnlyList<CaptionStamp> Of(NarrationCaption caption)
    {
        var stamps = new List<CaptionStamp>(caption.Stamps.Count);
        var last = caption.Start;
        foreach (var stamp in caption.Stamps)
        {
            var at = TimeSpan.FromTicks(stamp.At.Ticks - (stamp.At.Ticks % TimeSpan.TicksPerMillisecond));
            var isAllowed = at > last && at < caption.End;
            stamps.Add(stamp with { At = isAllowed ? at : TimeSpan.Zero });
            last = isAllowed ? at : last;
        }

        return stamps;
    }
}
