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
