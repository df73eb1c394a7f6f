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
        clip[..2400].ShouldBe(new float[2400]);
        clip[2400..2520].Max(MathF.Abs).ShouldBeLessThan(0.5f);
        clip[2400..2424].Max(MathF.Abs).ShouldBeLessThan(0.11f);
        clip[5000..6000].Max(MathF.Abs).ShouldBe(0.5f, 0.001f);
    }

    [Fact]
    public void The_room_tone_around_speech_is_kept_within_head_and_tail()
    {
        // 54 dB under the speech: room, and no speech.
        var raw = Constant(0.001f, 12_000).Then(Constant(0.5f, 24_000)).Then(Constant(0.001f, 12_000));

        var clip = PostProcessing.Apply(raw);

        (clip.SpeechStart, clip.SpeechEnd, clip.Trimmed).ShouldBe((2_400, 26_400, 9_600));
        clip.Signal.Samples.Length.ShouldBe(2_400 + 24_000 + 4_800);
        clip.Signal.Samples[2_399].ShouldBe(0.001f);
        clip.Signal.Samples[2_400].ShouldBe(0.5f);
        clip.Signal.Samples[26_399].ShouldBe(0.5f);
        clip.Signal.Samples[26_400].ShouldBe(0.001f);
        PostProcessing.Apply(Constant(0.5f, 24_000)).Trimmed.ShouldBe(-2_400, "silence was put before it");
    }

    [Fact]
    public void A_fade_rises_evenly_over_5_ms_and_falls_the_same()
    {
        var clip = PostProcessing.Apply(Constant(0.5f, 24_000)).Signal.Samples;

        foreach (var (sample, expected) in new[] { (0, 0f), (30, 0.125f), (60, 0.25f), (119, 0.4958f), (120, 0.5f) })
        {
            clip[2_400 + sample].ShouldBe(expected, 1e-3f);
            clip[26_399 - sample].ShouldBe(expected, 1e-3f);
        }
    }

    [Fact]
    public void Of_a_sound_shorter_than_two_fades_each_half_has_one()
    {
        var clip = PostProcessing.Apply(Constant(0.5f, 101)).Signal.Samples[2_400..2_501];

        clip[50].ShouldBe(0.5f, "the middle belongs to neither");
        clip[25].ShouldBe(0.25f, 1e-3f);
        clip[75].ShouldBe(0.25f, 1e-3f);
    }

    [Fact]
    public void A_clip_is_described_as_it_is_stored()
    {
        var clip = PostProcessing.Apply(Constant(0.5f, 4_800).Then(Signals.Tone(1, 0.3)));
        var wav = WavFile.Write(clip.Signal);

        var record = clip.Describe(wav, new(new string('a', 64)), "narrator", "system", "flite");

        record.AudioHash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(wav)));
        (record.AudioBytes, record.SampleCount, record.SampleRate).ShouldBe((wav.Length, clip.Signal.Samples.Length, 24_000));
        (record.SpeechStart, record.SpeechEnd).ShouldBe((clip.SpeechStart, clip.SpeechEnd));
        (record.Voice, record.Backend, record.Model).ShouldBe(("narrator", "system", "flite"));
        record.PeakDbfs.ShouldBe(-6.02);
        record.LoudnessLufs.ShouldBe(Math.Round(clip.Loudness!.Value, 2));
        (clip with { Loudness = null }).Describe(wav, record.Key, "", "", "").LoudnessLufs.ShouldBeNull();
    }

    [Fact]
    public void A_second_pass_changes_nothing_that_can_be_heard()
    {
        var once = PostProcessing.Apply(Signals.Silence(0.5).Then(Signals.Tone(1.2, 0.02)), -18);
        var twice = PostProcessing.Apply(once.Signal, -18);
        twice.Signal.Samples.Length.ShouldBeInRange(once.Signal.Samples.Length - 4, once.Signal.Samples.Length + 4);
        twice.Loudness!.Value.ShouldBe(once.Loudness!.Value, 0.05);
    }

    private static MonoSignal Constant(float value, int samples) => new([.. Enumerable.Repeat(value, samples)], 24_000);
}
