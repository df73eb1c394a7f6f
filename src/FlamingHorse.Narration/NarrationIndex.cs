using System.ComponentModel;

namespace FlamingHorse.Narration;

/// <summary>For generated code: the segments of an assembly, put together when they are first asked for.</summary>
/// <param name="load">Gives the segments in order; called once, whatever the number of threads. The array becomes the index's own.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NarrationIndex(Func<NarrationSegment[]> load)
{
    private readonly Lazy<NarrationSegment[]> segments = new(load);
    private IReadOnlyList<NarrationSegment>? all;
    private Dictionary<string, NarrationSegment>? byId;

    /// <summary>Every segment, in the order given.</summary>
    public IReadOnlyList<NarrationSegment> All => all ??= Array.AsReadOnly(segments.Value);

    /// <summary>The segment with an id.</summary>
    /// <param name="id">Without regard to case, as ids are unique.</param>
    /// <returns>The segment; null when there is none.</returns>
    public NarrationSegment? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (byId ??= segments.Value.ToDictionary(segment => segment.Id, StringComparer.OrdinalIgnoreCase)).TryGetValue(
            id,
            out var found
        )
            ? found
            : null;
    }
}
