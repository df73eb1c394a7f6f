using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

/// <summary>Levels are set where a clip is placed, on what the store keeps as it was made.</summary>
public sealed class ClipLevelTests
{
    private readonly ProcessedClip _clip = PostProcessing.Apply(Signals.Tone(1, 0.05));

    [Theory]
    [InlineData(-18)]
    [InlineData(-23)]
    [InlineData(-30.5)]
    public void The_level_is_reached_and_nothing_else_changes(double target)
    {
        var (wav, gain) = Apply(_clip, target);

        var placed = WavFile.Read(wav);
        IntegratedLoudness.Measure(placed.Samples, placed.SampleRate)!.Value.ShouldBe(target, 0.05);
        placed.Samples.Length.ShouldBe(_clip.Signal.Samples.Length);
        gain.ShouldBe(target - _clip.Loudness!.Value, 0.05);
    }

    [Fact]
    public void A_clip_that_is_already_at_the_level_is_not_changed()
    {
        var (once, _) = Apply(_clip, -18);
        ClipLevel.Apply(once, _clip.SpeechStart, _clip.SpeechEnd, -18).Wav.ShouldBeSameAs(once);
    }

    [Fact]
    public void Off_leaves_every_byte()
    {
        var stored = WavFile.Write(_clip.Signal);
        ClipLevel.Apply(stored, _clip.SpeechStart, _clip.SpeechEnd, target: null).ShouldBe((stored, 0d));
    }

    [Fact]
    public void The_peak_stays_under_minus_one_even_when_the_level_is_not_reached()
    {
        var clicks = Signals.Tone(2, 0.02);
        clicks.Samples[1000] = 0.9f;
        var placed = WavFile.Read(Apply(PostProcessing.Apply(clicks), -18).Wav);
        Decibels.FromAmplitude(SpeechBounds.Peak(placed.Samples)).ShouldBe(-1, 0.01);
    }

    [Fact]
    public void Speech_too_short_to_measure_is_set_by_its_rms()
    {
        var clip = PostProcessing.Apply(Signals.Tone(0.3, 0.5));
        var placed = WavFile.Read(Apply(clip, -18).Wav).Samples[clip.SpeechStart..clip.SpeechEnd];
        (10 * Math.Log10(placed.Average(sample => sample * (double)sample))).ShouldBe(-18, 0.1);
    }

    [Theory]
    [InlineData(0.04, false)]
    [InlineData(-0.04, false)]
    [InlineData(0.06, true)]
    [InlineData(-0.06, true)]
    public void A_twentieth_of_a_decibel_is_not_worth_another_file(double difference, bool changes)
    {
        var stored = WavFile.Write(_clip.Signal);
        var level = ClipLevel.Measure(WavFile.Read(stored), _clip.SpeechStart, _clip.SpeechEnd)!.Value;

        var (wav, gain) = ClipLevel.Apply(stored, _clip.SpeechStart, _clip.SpeechEnd, level + difference);

        ReferenceEquals(wav, stored).ShouldBe(!changes);
        gain.ShouldBe(changes ? difference : 0, 1e-9);
    }

    [Fact]
    public void Silence_has_no_level_and_stays()
    {
        var silence = WavFile.Write(Signals.Silence(1));

        ClipLevel.Measure(Signals.Silence(1), 0, 24_000).ShouldBeNull();
        ClipLevel.Apply(silence, 0, 24_000, -18).ShouldBe((silence, 0d));
    }

    [Fact]
    public void Speech_is_looked_for_within_the_clip_only()
    {
        var tone = Signals.Tone(0.3, 0.5);

        ClipLevel.Measure(tone, -100, 100_000).ShouldBe(ClipLevel.Measure(tone, 0, tone.Samples.Length));
        ClipLevel.Measure(tone, 5_000, 100).ShouldBeNull("there is none between these");
    }

    [Theory]
    [InlineData(9_600, -23.01)] // gated, over the whole clip, most of which is louder
    [InlineData(9_599, -43.01)] // plain RMS of the speech alone
    public void From_four_tenths_of_a_second_on_loudness_is_measured(int speech, double expected)
    {
        var clip = Signals.Tone(0.4, 0.01).Then(Signals.Tone(2, 0.1));

        ClipLevel.Measure(clip, 0, speech)!.Value.ShouldBe(expected, 1);
    }

    private static (byte[] Wav, double Gain) Apply(ProcessedClip clip, double? target) =>
        ClipLevel.Apply(WavFile.Write(clip.Signal), clip.SpeechStart, clip.SpeechEnd, target);
}
