namespace FlamingHorse.Narration.Tests;

public class FrameRateTests
{
    public static TheoryData<int, int> Rates =>
        new()
        {
            { 24, 1 },
            { 25, 1 },
            { 30, 1 },
            { 60, 1 },
            { 24000, 1001 },
            { 30000, 1001 },
            { 60000, 1001 },
            { 1, 7 },
            { 1000, 3 },
        };

    [Fact]
    public void Rates_are_equal_in_lowest_terms()
    {
        new FrameRate(60).ShouldBe(new FrameRate(120, 2));
        new FrameRate(30000, 1001).ToString().ShouldBe("30000/1001");
        new FrameRate(50, 2).ToString().ShouldBe("25");
        new FrameRate(30000, 1001).FramesPerSecond.ShouldBe(29.97, 0.001);
    }

    [Fact]
    public void An_invalid_rate_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FrameRate(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new FrameRate(60, -1));
        Should.Throw<InvalidOperationException>(() => default(FrameRate).FrameAt(TimeSpan.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => new FrameRate(60).FrameAt(TimeSpan.FromTicks(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => new FrameRate(60).TimeOf(-1));
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_time_of_a_frame_leads_back_to_it(int numerator, int denominator)
    {
        var rate = new FrameRate(numerator, denominator);
        for (var frame = 0; frame < 20_000_000; frame = (frame * 3 / 2) + 1)
        {
            rate.FrameAt(rate.TimeOf(frame)).ShouldBe(frame);
        }
    }

    [Fact]
    public void An_hour_of_drop_frame_has_its_known_number_of_frames() =>
        new FrameRate(30000, 1001).FrameAt(TimeSpan.FromHours(1)).ShouldBe(107_892);

    [Fact]
    public void More_frames_than_a_number_holds_are_an_overflow_and_not_nonsense() =>
        Should.Throw<OverflowException>(() => new FrameRate(int.MaxValue).FrameAt(TimeSpan.FromSeconds(2)));
}
