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
    public void What_is_at_the_level_already_is_the_very_same_file()
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

    private static (byte[] Wav, double Gain) Apply(ProcessedClip clip, double? target) =>
        ClipLevel.Apply(WavFile.Write(clip.Signal), clip.SpeechStart, clip.SpeechEnd, target);
}
