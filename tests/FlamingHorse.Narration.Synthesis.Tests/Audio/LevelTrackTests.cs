using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

public sealed class LevelTrackTests
{
    [Fact]
    public void A_window_is_20_ms_and_the_remainder_is_dropped()
    {
        var track = LevelTrack.Of(Constant(0.5f, samples: 1_439));

        track.WindowLength.ShouldBe(480);
        track.Powers.ShouldBe([0.25, 0.25]);
        LevelTrack.Of(new([1, 0, 1], SampleRate: 10)).Powers.ShouldBe([1, 0, 1], "a window is never shorter than a sample");
    }

    [Fact]
    public void Power_is_the_mean_square()
    {
        LevelTrack.PowerOf([0.5f, -0.5f, 0, 0]).ShouldBe(0.125);
        LevelTrack.PowerOf([]).ShouldBe(0);
    }

    [Theory]
    [InlineData(-19.9, true)]
    [InlineData(-20.1, false)]
    public void Windows_more_than_20_dB_under_the_loudest_are_pauses(double decibels, bool counts)
    {
        var power = Math.Pow(10, decibels / 10);

        new LevelTrack([1, power], 480).SpeechPower().ShouldBe(counts ? (1 + power) / 2 : 1, 1e-9);
    }

    [Fact]
    public void Silence_has_no_power()
    {
        LevelTrack.Of(Signals.Silence(1)).SpeechPower().ShouldBe(0);
        LevelTrack.Of(new([], 24_000)).SpeechPower().ShouldBe(0);
    }

    [Fact]
    public void A_signal_lasts_as_long_as_its_samples() => Signals.Silence(0.5).Duration.ShouldBe(TimeSpan.FromSeconds(0.5));

    private static MonoSignal Constant(float value, int samples) => new([.. Enumerable.Repeat(value, samples)], 24_000);
}
