using FlamingHorse.Narration.Timing;

namespace FlamingHorse.Narration;

/// <content>How timelines are put together.</content>
public sealed partial class NarrationTimeline
{
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
}
