namespace FlamingHorse.Narration;

/// <summary>How segments follow one another. All lengths are zero or more, and rounded to the nearest sample.</summary>
public sealed record NarrationTimelineOptions
{
    /// <summary>Silence between two entries.</summary>
    public TimeSpan Gap { get; init; }

    /// <summary>Silence before the first entry.</summary>
    public TimeSpan LeadIn { get; init; }

    /// <summary>Silence after the last entry.</summary>
    public TimeSpan LeadOut { get; init; }

    /// <summary>
    /// When set, each entry starts on a frame border: the silence before it grows to the next one. Where a border falls between two
    /// samples, the entry starts on the second.
    /// </summary>
    public FrameRate? SnapTo { get; init; }
}
