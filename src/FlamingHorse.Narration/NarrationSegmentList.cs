using System.Collections;
using System.ComponentModel;
using FlamingHorse.Narration.HotReload;

namespace FlamingHorse.Narration;

/// <summary>
/// For generated code: the segments of a type. Each is made when it is first asked for, so ten thousand of them cost nothing at the start.
/// When hot reload changes the code, the list follows: see <see cref="this"/>.
/// </summary>
/// <param name="count">How many there are; asked again after each hot reload.</param>
/// <param name="make">Makes the one with an index; may be called again by another thread at the same moment, and one of the two is then
/// forgotten.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NarrationSegmentList(Func<int> count, Func<int, NarrationSegment> make) : IReadOnlyList<NarrationSegment>
{
    private volatile Made made = new(CodeUpdates.Count, count(), []);

    /// <inheritdoc/>
    public int Count => Current.Segments.Length;

    /// <summary>
    /// A segment; the same object for the same index as long as the code stays as it is. After a hot reload a segment that did not change
    /// is still the same object, wherever it stands now; one that did is a new one.
    /// </summary>
    /// <param name="index">In source order, from 0.</param>
    public NarrationSegment this[int index]
    {
        get
        {
            var now = Current;
            // The new code may be running before this assembly is notified.
            if (index >= now.Segments.Length && count() > index)
            {
                now = Renew(now);
            }

            return now.Segments[index] ?? Make(now, index);
        }
    }

    private Made Current => made is var now && now.CodeUpdates == CodeUpdates.Count ? now : Renew(now);

    /// <inheritdoc/>
    public IEnumerator<NarrationSegment> GetEnumerator()
    {
        var now = Current;
        for (var i = 0; i < now.Segments.Length; i++)
            yield return now.Segments[i] ?? Make(now, i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Made Renew(Made before)
    {
        var now = new Made(CodeUpdates.Count, count(), before.KnownById());
#pragma warning disable CS0420 // an interlocked exchange needs no volatile access
        var other = Interlocked.CompareExchange(ref made, now, before);
#pragma warning restore CS0420
        return ReferenceEquals(other, before) ? now : other;
    }

    private NarrationSegment Make(Made now, int index)
    {
        var segment = make(index);
        if (now.Earlier.TryGetValue(segment.Id, out var earlier) && SegmentComparison.IsUnchanged(earlier, segment))
            segment = earlier;

        return Interlocked.CompareExchange(ref now.Segments[index], segment, null) ?? segment;
    }

    /// <summary>What was made of one state of the code.</summary>
    private sealed class Made(int codeUpdates, int count, Dictionary<string, NarrationSegment> earlier)
    {
        public int CodeUpdates { get; } = codeUpdates;

        /// <summary>Null until it is first requested.</summary>
        public NarrationSegment?[] Segments { get; } = new NarrationSegment?[count];

        /// <summary>Segments of the states before, by id.</summary>
        public Dictionary<string, NarrationSegment> Earlier { get; } = earlier;

        public Dictionary<string, NarrationSegment> KnownById()
        {
            var known = new Dictionary<string, NarrationSegment>(Earlier, StringComparer.Ordinal);
            foreach (var segment in Segments.OfType<NarrationSegment>())
                known[segment.Id] = segment;

            return known;
        }
    }
}
