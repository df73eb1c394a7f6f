namespace FlamingHorse.Narration.Generator.Models;

/// <summary>One property of a generated file.</summary>
/// <param name="Name">Not escaped.</param>
/// <param name="Shape">How the property is written.</param>
/// <param name="Segment">What it returns.</param>
/// <param name="Documentation">The author's own, or empty.</param>
/// <param name="HasCues">There is a class of its cues beside it.</param>
internal sealed record MemberSource(string Name, PropertyShape Shape, SegmentCode Segment, string Documentation = "", bool HasCues = false);
