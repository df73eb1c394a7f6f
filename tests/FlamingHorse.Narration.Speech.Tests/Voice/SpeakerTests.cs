using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

public sealed class SpeakerTests(LoadedVoice voice, ITestOutputHelper output) : IClassFixture<LoadedVoice>
{
    private static readonly string _text = ReferenceItem.All[7].Text;

    [Fact]
    public void The_same_request_gives_the_same_samples() => Speak(_text, 5).Samples.ToArray().ShouldBe(Speak(_text, 5).Samples.ToArray());

    [Fact]
    public void Threads_that_speak_at_once_give_the_same_samples()
    {
        var alone = ReferenceItem.All.Select(item => Speak(item.Text, 9).Samples.ToArray()).ToList();
        var together = new short[alone.Count][];

        Parallel.For(0, alone.Count, i => together[i] = Speak(ReferenceItem.All[i].Text, 9).Samples.ToArray());

        together.ShouldBe(alone);
    }

    [Fact]
    public void Another_seed_is_another_noise_and_less_than_a_tenth_of_a_decibel_apart()
    {
        var (first, second) = (Speak(_text, 1), Speak(_text, 2));

        first.Samples.ToArray().ShouldNotBe(second.Samples.ToArray());
        first.Words.ShouldBe(second.Words);
        var distance = LevelDistance.Between(first.Samples, second.Samples);
        output.WriteLine($"{distance:f3} dB apart");
        distance.ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Speed_shortens_the_clip_and_its_words()
    {
        var (usual, fast) = (Speak(_text, 1), Speak(_text, 1, speed: 1.5));

        fast.Samples.Length.ShouldBeLessThan(usual.Samples.Length);
        fast.Words[^1].End.ShouldBeLessThan(usual.Words[^1].End);
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(2.01)]
    [InlineData(double.NaN)]
    public void A_speed_out_of_bounds_is_refused(double speed) =>
        Should.Throw<Fault>(() => Speak(_text, 1, speed)).Code.ShouldBe(FaultCode.BadInput);

    [Fact]
    public void A_text_without_a_sound_is_refused() => Should.Throw<Fault>(() => Speak("", 1)).Code.ShouldBe(FaultCode.NoAudio);

    [Fact]
    public void A_text_of_marks_only_is_refused() => Should.Throw<Fault>(() => Speak("…", 1)).Code.ShouldBe(FaultCode.NoAudio);

    [Fact]
    public void What_is_not_a_phoneme_is_named() => Should.Throw<Fault>(() => Speak("kˈO字i", 1)).Message.ShouldContain("'字' (U+5B57)");

    [Fact]
    public void Nothing_begins_after_a_cancel()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => voice.Speaker.Speak(new(_text, [], 1, 1), _ => { }, cancelled.Token));
    }

    [Fact]
    public void There_is_sound_only_between_the_bounds_of_speech()
    {
        var clip = Speak(_text, 1);

        Peak(clip.Samples[..clip.SpeechStart]).ShouldBeLessThan(0.01 * Peak(clip.Samples));
        Peak(clip.Samples[clip.SpeechEnd..]).ShouldBeLessThan(0.05 * Peak(clip.Samples));
    }

    private Clip Speak(string text, ulong seed, double speed = 1) => voice.Speaker.Speak(new(text, [], speed, seed), _ => { }, default);

    private static double Peak(ReadOnlySpan<short> samples)
    {
        var peak = 0;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs((int)sample));
        }

        return peak;
    }
}
