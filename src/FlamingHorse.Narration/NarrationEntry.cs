using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Timing;

namespace FlamingHorse.Narration;

/// <summary>A segment at its place on a timeline. All times count from the start of the timeline.</summary>
/// <remarks>Immutable; equality is identity. It lasts from <see cref="Start"/> up to, and without, <see cref="End"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class NarrationEntry
{
    private readonly int sampleRate;
    private readonly long gapAfter;
    private IReadOnlyList<NarrationCue>? cues;

    internal NarrationEntry(int index, NarrationSegment segment, long startSample, long endSample, long gapAfter, int sampleRate)
    {
        Index = index;
        Segment = segment;
        StartSample = startSample;
        EndSample = endSample;
        this.gapAfter = gapAfter;
        this.sampleRate = sampleRate;
    }

    /// <summary>The place among the timeline's entries; the first is 0.</summary>
    public int Index { get; }

    /// <summary>What plays.</summary>
    public NarrationSegment Segment { get; }

    /// <summary>The first sample, counted at <see cref="NarrationTimeline.SampleRate"/>.</summary>
    public long StartSample { get; }

    /// <summary>One past the last sample, counted at <see cref="NarrationTimeline.SampleRate"/>.</summary>
    public long EndSample { get; }

    /// <summary>When the clip begins.</summary>
    public TimeSpan Start => SampleTime.ToTime(StartSample, sampleRate);

    /// <summary>When the clip has ended.</summary>
    public TimeSpan End => SampleTime.ToTime(EndSample, sampleRate);

    /// <summary>How long the clip lasts: the segment's own duration.</summary>
    public TimeSpan Duration => Segment.Duration;

    /// <summary>When speech begins.</summary>
    public TimeSpan SpeechStart => Start + Segment.SpeechStart;

    /// <summary>When speech has ended.</summary>
    public TimeSpan SpeechEnd => Start + Segment.SpeechEnd;

    /// <summary>The silence until the next entry starts, or until the timeline ends.</summary>
    public TimeSpan GapAfter => SampleTime.ToTime(EndSample + gapAfter, sampleRate) - End;

    /// <summary>The segment's cues, timed on the timeline.</summary>
    public IReadOnlyList<NarrationCue> Cues =>
        cues ??= Segment.Cues.Count == 0 ? Segment.Cues : Array.AsReadOnly(Segment.Cues.Select(OnTimeline).ToArray());

    /// <summary>When the mark with this name falls on the timeline.</summary>
    /// <param name="name">The mark's name, case-sensitive.</param>
    /// <returns>The cue, timed from the start of the timeline.</returns>
    /// <exception cref="KeyNotFoundException">The text has no such mark.</exception>
    public NarrationCue At(string name) => OnTimeline(Segment.At(name));

    /// <summary>Divides the entry into beats by weight, each with its place on the timeline.</summary>
    /// <param name="weights">Any finite numbers, zero or more, of which one is above zero.</param>
    /// <returns>The beats, one a weight, without a gap: the first starts at <see cref="Start"/>, the last ends at
    /// <see cref="End"/>.</returns>
    /// <exception cref="ArgumentException">There is no weight above zero, or one is negative or not finite.</exception>
    public IReadOnlyList<NarrationBeat> Split(params double[] weights)
    {
        var borders = Weights.Borders(EndSample - StartSample, weights);
        var beats = new NarrationBeat[weights.Length];
        for (var i = 0; i < beats.Length; i++)
        {
            var start = SampleTime.ToTime(StartSample + borders[i], sampleRate);
            beats[i] = new NarrationBeat(start, SampleTime.ToTime(StartSample + borders[i + 1], sampleRate) - start);
        }

        return beats;
    }

    /// <summary>For <c>foreach (var (segment, start, duration) in timeline.Entries)</c>.</summary>
    /// <param name="segment">What plays.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="duration">How long it lasts.</param>
    public void Deconstruct(out NarrationSegment segment, out TimeSpan start, out TimeSpan duration) =>
        (segment, start, duration) = (Segment, Start, Duration);

    /// <summary>For logs and debuggers: id, and start and end in seconds.</summary>
    /// <returns>A short line in the invariant culture.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0} [{1:0.000} s – {2:0.000} s]", Segment.Id, Start.TotalSeconds, End.TotalSeconds);

    private NarrationCue OnTimeline(NarrationCue cue) => cue with { At = Start + cue.At };
}
