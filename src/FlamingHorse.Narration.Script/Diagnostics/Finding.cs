namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>One diagnostic: what, where, and what to do next. The message names the cure.</summary>
public sealed record Finding(FindingKind Kind, string Message, SourcePlace? Place = null);
