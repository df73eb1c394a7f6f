namespace FlamingHorse.Narration.Tests;

/// <summary>Timelines longer than a count can tell are refused, never wrong.</summary>
public class OverflowTests
{
    private const long Most = long.MaxValue;

    [Fact]
    public void A_silence_before_a_clip_or_after_the_last_may_not_pass_the_most_samples()
    {
        var clip = Segments.Of("a", Most - 12_000, rate: 24_000);

        Refused(() => NarrationTimeline.Sequence(new() { Gap = TimeSpan.FromSeconds(1) }, clip, clip));
        Refused(() => NarrationTimeline.Sequence(new() { LeadOut = TimeSpan.FromSeconds(1) }, clip));
        NarrationTimeline.Sequence(new() { LeadOut = TimeSpan.FromSeconds(0.5) }, clip).SampleCount.ShouldBe(Most);
    }

    [Fact]
    public void A_clip_may_not_pass_the_most_samples_at_the_timelines_rate() =>
        Refused(() => NarrationTimeline.Sequence(new(), Segments.Of("a", Most, rate: 24_000), Segments.Of("b", 48_000, rate: 48_000)));

    [Fact]
    public void Frames_beyond_the_most_are_refused() =>
        Refused(() => _ = NarrationTimeline.Sequence(new(), Segments.Of("a", 24_000L * 86_400 * 365 * 100)).Frames(new FrameRate(60, 1)));

    [Fact]
    public void A_duration_beyond_the_most_ticks_is_refused() => Refused(() => _ = Segments.Of("a", Most, rate: 1).Duration);

    private static void Refused(Action call) => Should.Throw<OverflowException>(call);
}
