using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>What one source file holds.</summary>
/// <param name="Segments">In source order.</param>
/// <param name="SceneOrders">What types state with <c>[NarrationScene]</c>, by the type's path as in <see cref="MemberPath"/>.</param>
public sealed record FileScan(IReadOnlyList<ScriptSegment> Segments, IReadOnlyDictionary<string, int> SceneOrders);
