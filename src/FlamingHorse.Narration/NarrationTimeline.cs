using System.Collections.ObjectModel;
using FlamingHorse.Narration.Timing;

namespace FlamingHorse.Narration;

/// <summary>Segments one after another, with every position exact to the sample. Immutable.</summary>
/// <remarks>
/// Positions are counted in samples at <see cref="SampleRate"/>; frames are taken from positions, never added up, so that they do
/// not drift. Every <see cref="TimeSpan"/> is the nearest tick to a position; therefore an entry's <c>Start + Duration</c> can
/// differ from its <c>End</c> by one tick (100 ns).
/// </remarks>
/// <example>
/// <code>
/// var lesson = NarrationTimeline.Sequence(
///     new() { Gap = TimeSpan.FromSeconds(0.4), SnapTo = new FrameRate(60) },
///     Intro.Welcome, Intro.Rule);
///
/// foreach (var entry in lesson.Entries)
/// {
///     var (first, count) = lesson.Frames(entry, new FrameRate(60));
/// }
/// </code>
/// </example>
public sealed partial class NarrationTimeline
{
    private readonly Step[] steps;
    private readonly NarrationTimelineOptions options;
    private readonly NarrationEntry[] entries;
    private readonly long length;
    private Dictionary<NarrationSegment, NarrationEntry>? firstOf;

    private NarrationTimeline(NarrationTimelineOptions options, Step[] steps)
    {
        this.options = options;
        this.steps = steps;
        SampleRate = SampleRates.Common(steps.Select(step => step.Segment));
        entries = new NarrationEntry[steps.Length];

        var starts = new long[steps.Length + 1];
        var end = 0L;
        for (var i = 0; i < steps.Length; i++)
        {
            starts[i] = checked(end + SampleTime.ToSamples(steps[i].Before, SampleRate));
            if (options.SnapTo is { } rate)
            {
                starts[i] = rate.SnapUp(starts[i], SampleRate);
            }

            end = starts[i] + LengthOf(steps[i].Segment);
        }

        var silence = steps.Length == 0 ? options.LeadIn + options.LeadOut : options.LeadOut;
        starts[steps.Length] = length = checked(end + SampleTime.ToSamples(silence, SampleRate));
        for (var i = 0; i < steps.Length; i++)
        {
            var after = starts[i] + LengthOf(steps[i].Segment);
            entries[i] = new NarrationEntry(i, steps[i].Segment, starts[i], after, starts[i + 1] - after, SampleRate);
        }

        Entries = new ReadOnlyCollection<NarrationEntry>(entries);
    }

    /// <summary>From zero to the end of the lead-out, to the nearest tick.</summary>
    public TimeSpan Duration => SampleTime.ToTime(length, SampleRate);

    /// <summary>The exact length, counted at <see cref="SampleRate"/>.</summary>
    public long SampleCount => length;

    /// <summary>
    /// The rate at which positions are counted: the segments' own, or the least common multiple where they differ; 24,000 without segments.
    /// </summary>
    public int SampleRate { get; }

    /// <summary>What plays, in order. A segment may occur twice.</summary>
    public IReadOnlyList<NarrationEntry> Entries { get; }

    /// <summary>The length of at least one entry is a prediction, and with it all that follows.</summary>
    public bool IsEstimated => Array.Exists(entries, entry => entry.Segment.IsEstimated);

    /// <summary>The first entry of a segment.</summary>
    /// <param name="segment">The very segment; equal text does not count.</param>
    /// <exception cref="KeyNotFoundException">The segment is not on this timeline.</exception>
    public NarrationEntry this[NarrationSegment segment]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(segment);
            return (firstOf ??= IndexFirsts()).TryGetValue(segment, out var entry)
                ? entry
                : throw new KeyNotFoundException($"'{segment.Id}' is not on this timeline.");
        }
    }

    /// <summary>Puts segments one after another.</summary>
    /// <param name="options">Silence between and around them, and the frame rate to snap to.</param>
    /// <param name="segments">In order; a segment may occur twice.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length in the options is negative.</exception>
    /// <exception cref="ArgumentException">A segment is null, or the sample rates have no usable common multiple.</exception>
    public static NarrationTimeline Sequence(NarrationTimelineOptions options, params NarrationSegment[] segments) =>
        Sequence(options, (IEnumerable<NarrationSegment>)segments);

    /// <summary>Puts segments one after another, such as <c>Intro.NarrationSegments</c>.</summary>
    /// <param name="options">Silence between and around them, and the frame rate to snap to.</param>
    /// <param name="segments">In order; a segment may occur twice.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length in the options is negative.</exception>
    /// <exception cref="ArgumentException">A segment is null, or the sample rates have no usable common multiple.</exception>
    public static NarrationTimeline Sequence(NarrationTimelineOptions options, IEnumerable<NarrationSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Gap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeadIn, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeadOut, TimeSpan.Zero);
        var sequence = segments.Select(
            (segment, index) =>
                segment is null
                    ? throw new ArgumentException($"The segment at index {index} is null.", nameof(segments))
                    : new Step(segment, index == 0 ? options.LeadIn : options.Gap)
        );
        return new NarrationTimeline(options, [.. sequence]);
    }

    /// <summary>This timeline with one more segment: after the last entry and a gap, before the lead-out.</summary>
    /// <param name="next">What follows.</param>
    /// <param name="gap">The silence before it; null for the options' gap. Before the very first entry there is only the lead-in.</param>
    /// <returns>A new timeline with entries of its own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The gap is negative.</exception>
    public NarrationTimeline Then(NarrationSegment next, TimeSpan? gap = null)
    {
        ArgumentNullException.ThrowIfNull(next);
        var step = new Step(next, steps.Length == 0 ? options.LeadIn : GapOr(gap));
        return new NarrationTimeline(options, [.. steps, step]);
    }

    /// <summary>This timeline followed by another, whose lead-in, gaps and lead-out it keeps; entries snap as this timeline's do.</summary>
    /// <param name="next">What follows, such as the next scene.</param>
    /// <param name="gap">The silence between this timeline's lead-out and the other's lead-in; null for the options' gap.</param>
    /// <returns>A new timeline with entries of its own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The gap is negative.</exception>
    public NarrationTimeline Then(NarrationTimeline next, TimeSpan? gap = null)
    {
        ArgumentNullException.ThrowIfNull(next);
        var between = options.LeadOut + GapOr(gap);
        if (steps.Length == 0)
        {
            between += options.LeadIn;
        }

        if (next.steps.Length == 0)
        {
            var silence = between + next.options.LeadIn + next.options.LeadOut;
            return steps.Length == 0
                ? new NarrationTimeline(options with { LeadIn = silence, LeadOut = TimeSpan.Zero }, [])
                : new NarrationTimeline(options with { LeadOut = silence }, steps);
        }

        Step[] joined = [.. steps, .. next.steps];
        joined[steps.Length] = new Step(joined[steps.Length].Segment, between + joined[steps.Length].Before);
        return new NarrationTimeline(options with { LeadOut = next.options.LeadOut }, joined);
    }

    private TimeSpan GapOr(TimeSpan? gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gap ?? TimeSpan.Zero, TimeSpan.Zero);
        return gap ?? options.Gap;
    }

    private long LengthOf(NarrationSegment segment) => checked(segment.SampleCount * (SampleRate / segment.SampleRate));

    private Dictionary<NarrationSegment, NarrationEntry> IndexFirsts()
    {
        var index = new Dictionary<NarrationSegment, NarrationEntry>(entries.Length);
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            index[entries[i].Segment] = entries[i]; // backwards, so that the first of several stays
        }

        return index;
    }
}
