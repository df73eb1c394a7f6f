namespace FlamingHorse.Narration.Engine.Drift;

/// <summary>A segment whose length moved.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Before">Null for one that is new.</param>
/// <param name="After">Null for a removed segment.</param>
public sealed record SegmentDrift(string Id, TimeSpan? Before, TimeSpan? After)
{
    public TimeSpan Change => (After ?? default) - (Before ?? default);
}
