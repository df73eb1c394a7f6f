using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Scanning;

/// <summary>The annotations of all sources together: a type may state its scene's order in another file than its segments.</summary>
internal static class ScannedSegments
{
    /// <summary>The segments of each file, in the order of the file.</summary>
    public static IReadOnlyList<ScriptSegment> Of(IEnumerable<SourceState> sources)
    {
        var (segments, orders) = (new List<ScriptSegment>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var source in sources)
        {
            if (source.Packed.Length == 0)
            {
                continue;
            }

            segments.AddRange(source.Segments);
            foreach (var (type, order) in source.SceneOrders)
            {
                orders[type] = orders.TryGetValue(type, out var other) ? Math.Min(order, other) : order;
            }
        }

        return orders.Count == 0
            ? segments
            : segments.ConvertAll(segment => orders.TryGetValue(segment.Type!, out var order) ? segment with { Order = order } : segment);
    }
}
