using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

public sealed class QualityGateTests
{
    [Fact]
    public void Plain_speech_passes() => QualityGate.Judge(Signals.Tone(2)).Problems.ShouldBeEmpty();

    [Fact]
    public void Silence_is_refused() => Problem(Signals.Silence(1)).ShouldContain("silence");

    [Fact]
    public void An_empty_clip_is_refused() => Problem(new MonoSignal([], 24000)).ShouldContain("no samples");

    [Fact]
    public void Samples_that_are_not_numbers_are_refused() =>
        Problem(new MonoSignal([0.1f, float.NaN, 0.1f], 24000)).ShouldContain("not numbers");

    [Fact]
    public void Three_samples_in_a_row_at_full_scale_are_refused_and_two_are_not()
    {
        var signal = Signals.Tone(1);
        signal.Samples[500] = signal.Samples[501] = 1;
        QualityGate.Judge(signal).Problems.ShouldBeEmpty();
        signal.Samples[502] = -1;
        Problem(signal).ShouldContain("clipping");
    }

    [Theory]
    [InlineData(0.5, 0, 0)]
    [InlineData(1.2, 0, 1)]
    [InlineData(2.1, 1, 0)]
    public void A_pause_is_noted_from_one_second_and_refused_from_two(double seconds, int problems, int flags)
    {
        var verdict = QualityGate.Judge(Signals.Tone(1).Then(Signals.Silence(seconds)).Then(Signals.Tone(1)));
        verdict.Problems.Count.ShouldBe(problems);
        verdict.Flags.Count.ShouldBe(flags);
    }

    [Fact]
    public void Silence_at_the_ends_is_not_a_pause() =>
        QualityGate.Judge(Signals.Silence(3).Then(Signals.Tone(1)).Then(Signals.Silence(3))).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData(10, 4.4, true)]
    [InlineData(10, 4.6, false)]
    [InlineData(10, 17.4, false)]
    [InlineData(10, 17.6, true)]
    [InlineData(1, 0.1, false)]
    [InlineData(1, 3.2, true)]
    public void The_length_must_fit_the_text(double estimate, double length, bool isRefused) =>
        (QualityGate.LengthProblem(TimeSpan.FromSeconds(length), TimeSpan.FromSeconds(estimate)) is not null).ShouldBe(isRefused);

    private static string Problem(MonoSignal signal) => QualityGate.Judge(signal).Problems.ShouldHaveSingleItem();
}
