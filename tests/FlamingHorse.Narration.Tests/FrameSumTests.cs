using System.Numerics;
using CsCheck;

namespace FlamingHorse.Narration.Tests;

public class FrameSumTests
{
    private static readonly Gen<FrameRate> _rates = Gen.OneOf(
        Gen.OneOf(
            new FrameRate(24),
            new(25),
            new(30),
            new(50),
            new(60),
            new(24_000, 1_001),
            new(30_000, 1_001),
            new(60_000, 1_001),
            new(120_000, 1_001)
        ),
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[1, 1_001], (frames, seconds) => new FrameRate(frames, seconds))
    );

    private static readonly Gen<(FrameRate Rate, int Samples, long[] Lengths, int Gap)> _timelines = Gen.Select(
        _rates,
        Gen.OneOf(8_000, 16_000, 22_050, 24_000, 44_100, 48_000),
        Gen.Long[0, 3_000_000].Array[1, 8],
        Gen.Int[0, 2_000_000]
    );

    [Fact]
    public void Frames_of_segments_that_touch_sum_up_to_the_whole_at_every_rate() =>
        Properties.Holds(
            "frames of touching segments sum up to the whole",
            _timelines,
            drawn =>
            {
                var timeline = NarrationTimeline.Sequence(new(), Made(drawn.Lengths, drawn.Samples));
                var next = 0;
                foreach (var entry in timeline.Entries)
                {
                    var frames = timeline.Frames(entry, drawn.Rate);
                    frames.First.ShouldBe(next);
                    next = frames.End;
                }

                // The nearest border to the last sample, halves up, and as many frames as cover it.
                var (position, unit) = Exact(timeline.SampleCount, drawn.Rate, drawn.Samples);
                next.ShouldBe((int)(((2 * position) + unit) / (2 * unit)));
                timeline.Frames(drawn.Rate).Count.ShouldBe((int)((position + unit - 1) / unit));
            },
            few: 2_000
        );

    [Fact]
    public void Frames_of_segments_with_gaps_lie_in_order_within_the_whole_even_when_they_snap() =>
        Properties.Holds(
            "frames of segments with gaps lie within the whole",
            _timelines,
            drawn =>
            {
                var gap = TimeSpan.FromTicks(drawn.Gap);
                var timeline = NarrationTimeline.Sequence(
                    new()
                    {
                        Gap = gap,
                        LeadIn = gap,
                        LeadOut = gap,
                        SnapTo = drawn.Gap % 2 == 0 ? drawn.Rate : null,
                    },
                    Made(drawn.Lengths, drawn.Samples)
                );
                var next = 0;
                foreach (var entry in timeline.Entries)
                {
                    var frames = timeline.Frames(entry, drawn.Rate);
                    frames.First.ShouldBeGreaterThanOrEqualTo(next);
                    next = frames.End;
                }

                timeline.Frames(drawn.Rate).Count.ShouldBeGreaterThanOrEqualTo(next);
            },
            few: 2_000
        );

    private static IEnumerable<NarrationSegment> Made(long[] lengths, int rate) =>
        lengths.Select((length, i) => Segments.Of($"S{i}", length, rate));

    private static (BigInteger Position, BigInteger Unit) Exact(long sample, FrameRate rate, int samples) =>
        (new BigInteger(sample) * rate.Numerator, new BigInteger(samples) * rate.Denominator);
}
