namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>Where a segment was written.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Place">Relative to the project with forward slashes, as in <c>Scenes/Intro.cs:12</c>; null when not known.</param>
public sealed record SegmentPlace(string Id, string? Place);
