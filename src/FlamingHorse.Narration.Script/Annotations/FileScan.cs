using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>What one source file holds.</summary>
/// <param name="Segments">In source order.</param>
public sealed record FileScan(IReadOnlyList<ScriptSegment> Segments);
