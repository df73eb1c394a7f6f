namespace FlamingHorse.Narration.Timing;

/// <summary>A segment and the silence asked for before it.</summary>
internal readonly record struct Step(NarrationSegment Segment, TimeSpan Before);
