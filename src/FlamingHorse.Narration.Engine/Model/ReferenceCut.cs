namespace FlamingHorse.Narration.Engine.Model;

/// <summary>The part of a reference that is used; null is the file's own end.</summary>
public sealed record ReferenceCut(TimeSpan? Start = null, TimeSpan? End = null);
