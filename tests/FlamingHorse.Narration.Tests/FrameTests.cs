using System.Numerics;

namespace FlamingHorse.Narration.Tests;

public class FrameTests
{
    public static TheoryData<int, int, int, bool> Cases
    {
        get
        {
            var cases = new TheoryData<int, int, int, bool>();
            foreach (
                var (numerator, denominator) in new[] { (30000, 1001), (24000, 1001), (60000, 1001), (60, 1), (25, 1), (24, 1), (1000, 3) }
            )
            {
                foreach (var sampleRate in new[] { 24000, 22050, 44100 })
                {
                    cases.Add(numerator, denominator, sampleRate, false);
                    cases.Add(numerator, denominator, sampleRate, true);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_thousand_entries_never_drift_from_their_sound(int numerator, int denominator, int sampleRate, bool snap)
    {
        var rate = new FrameRate(numerator, denominator);
        var timeline = NarrationTimeline.Sequence(
            new()
            {
                Gap = TimeSpan.FromMilliseconds(137),
                LeadIn = TimeSpan.FromMilliseconds(313),
                SnapTo = snap ? rate : null,
            },
            Segments.Random(1000, seed: numerator + sampleRate, sampleRate)
        );
        foreach (var entry in timeline.Entries)
        {
            var frames = timeline.Frames(entry, rate);
            Distance(frames.First, entry.StartSample, rate, sampleRate)
                .ShouldBeLessThanOrEqualTo(new BigInteger(sampleRate) * denominator / 2);
            Distance(frames.End, entry.EndSample, rate, sampleRate).ShouldBeLessThanOrEqualTo(new BigInteger(sampleRate) * denominator / 2);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Entries_that_touch_have_frames_that_touch(int numerator, int denominator, int sampleRate, bool _)
    {
        var rate = new FrameRate(numerator, denominator);
        var timeline = NarrationTimeline.Sequence(new(), Segments.Random(1000, seed: sampleRate, sampleRate));
        var next = 0;
        foreach (var entry in timeline.Entries)
        {
            var (first, count) = timeline.Frames(entry, rate);
            first.ShouldBe(next);
            next += count;
        }

        Distance(next, timeline.SampleCount, rate, sampleRate).ShouldBeLessThanOrEqualTo(new BigInteger(sampleRate) * denominator / 2);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Snapped_entries_start_on_the_first_sample_of_a_frame_and_never_earlier_than_asked(
        int numerator,
        int denominator,
        int sampleRate,
        bool _
    )
    {
        var rate = new FrameRate(numerator, denominator);
        var gap = TimeSpan.FromMilliseconds(200);
        var timeline = NarrationTimeline.Sequence(new() { Gap = gap, SnapTo = rate }, Segments.Random(1000, seed: sampleRate, sampleRate));
        long end = 0;
        foreach (var entry in timeline.Entries)
        {
            // The border that the entry starts on: at or before it by less than a sample.
            var unit = new BigInteger(sampleRate) * denominator;
            var border = new BigInteger(entry.StartSample) * numerator / unit;
            var past = (new BigInteger(entry.StartSample) * numerator) - (border * unit);
            past.ShouldBeLessThan(numerator);
            timeline.Frames(entry, rate).First.ShouldBe((int)border);

            var asked = end + (entry.Index == 0 ? 0 : sampleRate / 5);
            entry.StartSample.ShouldBeGreaterThanOrEqualTo(asked);
            ((entry.StartSample - asked) * (long)numerator).ShouldBeLessThan((sampleRate * (long)denominator) + numerator);
            end = entry.EndSample;
        }
    }

    [Fact]
    public void What_already_starts_on_a_frame_does_not_move()
    {
        var timeline = NarrationTimeline.Sequence(
            new() { SnapTo = new FrameRate(60) },
            Segments.Of("a", 400),
            Segments.Of("b", 401),
            Segments.Of("c", 1)
        );
        timeline.Entries.Select(entry => entry.StartSample).ShouldBe([0, 400, 1200]);
    }

    [Fact]
    public void The_whole_timeline_has_frames_enough_for_its_last_sample()
    {
        NarrationTimeline.Sequence(new(), Segments.Of("a", 24000)).Frames(new FrameRate(60)).Count.ShouldBe(60);
        NarrationTimeline.Sequence(new(), Segments.Of("a", 24001)).Frames(new FrameRate(60)).Count.ShouldBe(61);
    }

    [Fact]
    public void A_whole_timeline_at_a_fractional_rate_has_its_known_number_of_frames()
    {
        // 1,001 seconds are 30,000 frames of NTSC, and a sample more begins another.
        NarrationTimeline.Sequence(new(), Segments.Of("a", 24_000 * 1_001)).Frames(new FrameRate(30_000, 1_001)).Count.ShouldBe(30_000);
        NarrationTimeline
            .Sequence(new(), Segments.Of("a", (24_000 * 1_001) + 1))
            .Frames(new FrameRate(30_000, 1_001))
            .Count.ShouldBe(30_001);
    }

    [Fact]
    public void Half_a_frame_is_rounded_up()
    {
        // At 24 frames a second one frame is 1,000 samples.
        var timeline = NarrationTimeline.Sequence(new(), Segments.Of("a", 499), Segments.Of("b", 1), Segments.Of("c", 1_000));

        timeline.Entries.Select(entry => timeline.Frames(entry, new FrameRate(24)).First).ShouldBe([0, 0, 1]);
        timeline.Frames(timeline.Entries[2], new FrameRate(24)).End.ShouldBe(2);
    }

    [Fact]
    public void Ten_hours_of_mixed_rates_at_an_odd_frame_rate_are_still_exact()
    {
        var rate = new FrameRate(1_000_003, 33_331);
        var hours = Enumerable
            .Range(0, 10)
            .Select(i => Segments.Of($"h{i}", 3600L * (i % 2 == 0 ? 44100 : 24000), i % 2 == 0 ? 44100 : 24000));
        var timeline = NarrationTimeline.Sequence(new(), hours);
        timeline.Frames(timeline.Entries[9], rate).End.ShouldBe((int)Math.Floor((36000m * 1_000_003 / 33_331) + 0.5m));
    }

    /// <summary>Between a frame border and a sample, in parts of 1/(frames per second × samples per second), without rounding.</summary>
    private static BigInteger Distance(int frame, long sample, FrameRate rate, int sampleRate) =>
        BigInteger.Abs((new BigInteger(frame) * rate.Denominator * sampleRate) - (new BigInteger(sample) * rate.Numerator));
}
