using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

public sealed class PostProcessingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.05, 0.1)]
    [InlineData(0.8, 1.7)]
    public void Head_and_tail_are_exact_whatever_came_before_and_after(double before, double after)
    {
        var clip = PostProcessing.Apply(Signals.Silence(before).Then(Signals.Tone(1)).Then(Signals.Silence(after)), -18);
        clip.SpeechStart.ShouldBe(2400);
        (clip.Signal.Samples.Length - clip.SpeechEnd).ShouldBe(4800);
        (clip.SpeechEnd - clip.SpeechStart).ShouldBeInRange(23990, 24000);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.1)]
    [InlineData(0.004)]
    public void The_duration_does_not_follow_the_level(double amplitude)
    {
        var raw = Signals
            .Silence(0.3)
            .Then(Signals.Tone(1, amplitude))
            .Then(Signals.Tone(0.5, amplitude * 0.001))
            .Then(Signals.Silence(0.2));
        var clip = PostProcessing.Apply(raw, -18);
        (clip.SpeechEnd - clip.SpeechStart).ShouldBeInRange(23990, 24000);
        clip.Loudness!.Value.ShouldBe(-18, 0.05);
    }

    [Fact]
    public void The_peak_stays_under_minus_one_even_when_the_loudness_is_not_reached()
    {
        var clicks = Signals.Tone(2, 0.02);
        clicks.Samples[1000] = 0.9f;
        var clip = PostProcessing.Apply(clicks, -18);
        clip.Peak.ShouldBe(-1, 0.01);
        clip.Loudness!.Value.ShouldBeLessThan(-18);
    }

    [Fact]
    public void A_clip_too_short_to_measure_is_set_by_its_rms()
    {
        var clip = PostProcessing.Apply(Signals.Tone(0.3, 0.5), -18);
        clip.Loudness.ShouldBeNull();
        var speech = clip.Signal.Samples[clip.SpeechStart..clip.SpeechEnd];
        (10 * Math.Log10(speech.Average(sample => sample * (double)sample))).ShouldBe(-18, 0.1);
    }

    [Fact]
    public void Without_a_loudness_the_level_stays() =>
        PostProcessing.Apply(Signals.Tone(1, 0.25), null).Peak.ShouldBe(20 * Math.Log10(0.25), 0.01);

    [Fact]
    public void Edges_fade_and_the_inside_does_not()
    {
        var clip = PostProcessing.Apply(Signals.Tone(1, 0.5), null).Signal.Samples;
        clip[..2400].ShouldAllBe(sample => sample == 0);
        clip[2400..2520].Max(MathF.Abs).ShouldBeLessThan(0.5f);
        clip[2400..2424].Max(MathF.Abs).ShouldBeLessThan(0.11f);
        clip[5000..6000].Max(MathF.Abs).ShouldBe(0.5f, 0.001f);
    }

    [Fact]
    public void A_second_pass_changes_nothing_that_can_be_heard()
    {
        var once = PostProcessing.Apply(Signals.Silence(0.5).Then(Signals.Tone(1.2, 0.02)), -18);
        var twice = PostProcessing.Apply(once.Signal, -18);
        twice.Signal.Samples.Length.ShouldBeInRange(once.Signal.Samples.Length - 4, once.Signal.Samples.Length + 4);
        twice.Loudness!.Value.ShouldBe(once.Loudness!.Value, 0.05);
    }
}
