using System.Collections;
using System.ComponentModel;

namespace FlamingHorse.Narration;

/// <summary>For generated code: the segments of a type. Each is made when it is first asked for, so ten thousand of them cost nothing at the start.</summary>
/// <param name="count">How many there are.</param>
/// <param name="make">Makes the one with an index; may be called again by another thread at the same moment, and one of the two is then forgotten.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NarrationSegmentList(int count, Func<int, NarrationSegment> make) : IReadOnlyList<NarrationSegment>
{
    private readonly NarrationSegment?[] made = new NarrationSegment?[count];

    /// <inheritdoc/>
    public int Count => made.Length;

    /// <summary>A segment; always the same object for the same index.</summary>
    /// <param name="index">In source order, from 0.</param>
    public NarrationSegment this[int index] => made[index] ?? Make(index);

    /// <inheritdoc/>
    public IEnumerator<NarrationSegment> GetEnumerator()
    {
        for (var i = 0; i < made.Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private NarrationSegment Make(int index)
    {
        var segment = make(index);
        return Interlocked.CompareExchange(ref made[index], segment, null) ?? segment;
    }
}
