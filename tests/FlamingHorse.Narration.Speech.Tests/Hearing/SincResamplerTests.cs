using FlamingHorse.Narration.Speech.Hearing;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

public sealed class SincResamplerTests
{
    [Theory]
    [InlineData(24000)]
    [InlineData(22050)]
    [InlineData(48000)]
    [InlineData(8000)]
    [InlineData(16000)]
    public void A_tone_keeps_its_pitch_and_level(int rate)
    {
        var resampled = SincResampler.Resample(Tone(1000, rate), rate, 16000);

        resampled.Length.ShouldBe(16000);
        var expected = Tone(1000, 16000);
        Enumerable.Range(400, 15000).Max(i => Math.Abs(resampled[i] - expected[i])).ShouldBeLessThan(0.002f);
    }

    [Fact]
    public void What_the_new_rate_cannot_hold_is_gone() =>
        SincResampler.Resample(Tone(11000, 48000), 48000, 16000).Skip(400).SkipLast(400).Max(Math.Abs).ShouldBeLessThan(0.002f);

    [Fact]
    public void A_short_clip_is_padded_to_what_the_recognizer_needs()
    {
        var sound = HeardSound.Of(Tone(1000, 24000).AsSpan(0, 2400), 24000);
        sound.Seconds.ShouldBe(1.1);
        sound.Samples.Skip(1700).ShouldAllBe(sample => sample == 0);
    }

    private static float[] Tone(double hertz, int rate) =>
        [.. Enumerable.Range(0, rate).Select(i => (float)(0.5 * Math.Sin(2 * Math.PI * hertz * i / rate)))];
}
