using System.ComponentModel;
using FlamingHorse.Narration.HotReload;

namespace FlamingHorse.Narration;

/// <summary>
/// For generated code: the segments of an assembly, put together when they are first asked for, and again after a hot reload.
/// </summary>
/// <param name="load">Gives the segments in order; called once for each state of the code, whatever the number of threads.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NarrationIndex(Func<NarrationSegment[]> load)
{
    private volatile Loaded loaded = new(CodeUpdates.Count, load);

    /// <summary>Every segment, in the order given.</summary>
    public IReadOnlyList<NarrationSegment> All => Current.All.Value;

    private Loaded Current
    {
        get
        {
            var now = loaded;
            if (now.CodeUpdates != CodeUpdates.Count)
                loaded = now = new(CodeUpdates.Count, load);

            return now;
        }
    }

    /// <summary>The segment with an id.</summary>
    /// <param name="id">Without regard to case, as ids are unique.</param>
    /// <returns>The segment; null when there is none.</returns>
    public NarrationSegment? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Current.ById.Value.TryGetValue(id, out var found) ? found : null;
    }

    /// <summary>The segments of one state of the code.</summary>
    private sealed class Loaded
    {
        public Loaded(int codeUpdates, Func<NarrationSegment[]> load)
        {
            CodeUpdates = codeUpdates;
            All = new(() => Array.AsReadOnly(load()));
            ById = new(() => All.Value.ToDictionary(segment => segment.Id, StringComparer.OrdinalIgnoreCase));
        }

        public int CodeUpdates { get; }

        public Lazy<IReadOnlyList<NarrationSegment>> All { get; }

        public Lazy<Dictionary<string, NarrationSegment>> ById { get; }
    }
}
