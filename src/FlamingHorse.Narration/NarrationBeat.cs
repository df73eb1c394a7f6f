namespace FlamingHorse.Narration;

/// <summary>A part of an entry, on the timeline.</summary>
/// <param name="Start">When it begins, from the start of the timeline.</param>
/// <param name="Duration">How long it lasts.</param>
public readonly record struct NarrationBeat(TimeSpan Start, TimeSpan Duration)
{
    /// <summary>When it has ended, from the start of the timeline.</summary>
    public TimeSpan End => Start + Duration;
}
