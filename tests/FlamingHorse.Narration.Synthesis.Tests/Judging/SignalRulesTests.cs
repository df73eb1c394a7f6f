using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

/// <summary>How a take ends and how fast it is spoken. The tone stands for speech: what counts are levels and lengths.</summary>
public sealed class SignalRulesTests
{
    private const string Text =
        "Each entry sums the products of a row and a column and the whole table is filled in this way from left to right.";

    private static readonly MonoSignal _silence = Signals.Silence(0.1);

    [Fact]
    public void A_take_that_stops_within_a_word_is_refused()
    {
        Judge(Signals.Tone(2))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("the ending is cut: its last 60 ms lie 0 dB under the speech");
        Judge(Signals.Tone(2).Then(Signals.Silence(0.03))).Problems.ShouldHaveSingleItem().ShouldContain("the ending is cut");
        Judge(Signals.Tone(2).Then(_silence)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(21, true)]
    [InlineData(90, true)]
    public void The_last_60_ms_lie_20_dB_under_the_speech(double drop, bool passes) =>
        (Judge(Speech(2).Then(Tone(0.08, drop))).Clip is not null).ShouldBe(passes);

    [Fact]
    public void A_pause_within_the_speech_does_not_lower_its_level()
    {
        var speech = Speech(1).Then(Signals.Silence(1.5)).Then(Speech(1));
        Judge(speech.Then(Tone(0.08, 19))).Problems.ShouldHaveSingleItem().ShouldContain("19 dB under the speech");
    }

    [Theory]
    [InlineData(22, 3, false)]
    [InlineData(38, 3, false)]
    [InlineData(38, 0.8, true)]
    [InlineData(42, 3, true)]
    public void Hum_after_the_end_is_refused_while_it_can_be_heard_beside_the_speech(double drop, double seconds, bool passes)
    {
        var judged = Judge(Speech(2).Then(Tone(seconds, drop, 100)));
        (judged.Clip is not null).ShouldBe(passes);
        if (!passes)
        {
            judged.Problems.ShouldHaveSingleItem().ShouldContain("3.0 s of hum or murmur after the last word");
        }
    }

    [Fact]
    public void A_long_tail_that_cannot_be_heard_is_trimmed_and_the_take_kept()
    {
        // Noise: its peaks lie far above its level, so that framing by the peak alone takes it for speech.
        var random = new Random(17);
        var noise = new float[3 * 24000];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = random.NextDouble() < 0.01 ? 0.004f : 0.0003f;
        }

        var raw = Speech(2).Then(new MonoSignal(noise, 24000));
        SpeechBounds.Of(raw.Samples).Length.ShouldBeGreaterThan(4 * 24000);
        var clip = Judge(raw).Clip.ShouldNotBeNull();
        (clip.Record.SpeechEnd - clip.Record.SpeechStart).ShouldBeInRange(2 * 24000 - 10, 2 * 24000 + 480);
        clip.Record.Measures!.Tail.ShouldBe(0);
    }

    [Fact]
    public void A_short_tail_is_framed_as_before()
    {
        var raw = Speech(2).Then(Tone(0.8, 44));
        var clip = Judge(raw).Clip.ShouldNotBeNull();
        clip.Wav.Span.SequenceEqual(WavFile.Write(PostProcessing.Apply(raw).Signal)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deterministic_voices_are_never_refused_for_it_and_sound_as_before(bool tellsWords)
    {
        var raw = Signals.Tone(3).Then(Tone(3, 30)).Then(Signals.Tone(0.1));
        var clip = Judge(raw, isDeterministic: !tellsWords, tellsWords: tellsWords, learned: true).Clip.ShouldNotBeNull();
        clip.Record.Flags.ShouldContain(EndingRule.CutFlag);
        clip.Wav.Span.SequenceEqual(WavFile.Write(PostProcessing.Apply(raw).Signal)).ShouldBeTrue();

        var humming = Judge(Speech(3).Then(Tone(3, 30)), isDeterministic: !tellsWords, tellsWords: tellsWords).Clip.ShouldNotBeNull();
        humming.Record.Flags.ShouldContain(EndingRule.TailFlag);
    }

    [Theory]
    [InlineData(2.6, true, false)]
    [InlineData(3.0, true, true)]
    [InlineData(5.5, true, true)]
    [InlineData(6.0, true, false)]
    [InlineData(2.6, false, true)]
    public void Once_a_voices_pace_is_known_from_its_takes_a_new_take_must_match_it(double seconds, bool isLearned, bool passes)
    {
        var judged = Judge(Speech(seconds), learned: isLearned, estimate: 4.3);
        (judged.Clip is not null).ShouldBe(passes);
        if (passes)
        {
            judged.Clip!.Record.Measures!.Pace.ShouldBe(isLearned ? Math.Round(4 / seconds, 2) : null);
        }
        else
        {
            judged.Problems.ShouldHaveSingleItem().ShouldContain("× the voice's pace, where 0.7 to 1.4 × were expected");
        }
    }

    [Fact]
    public void A_short_text_has_no_pace() =>
        Judge(Speech(0.8), learned: true, estimate: 2.2).Clip.ShouldNotBeNull().Record.Measures!.Pace.ShouldBeNull();

    [Theory]
    [InlineData(1.5, false)]
    [InlineData(3, true)]
    public void A_pace_that_drifts_is_noted_and_kept(double slowdown, bool isNoted)
    {
        const int tokens = 18;
        var text = string.Join(' ', Enumerable.Repeat("table", tokens));
        var words = Enumerable
            .Range(0, tokens)
            .Select(i => new WordTime(i, i * 100, i * 100 + (i < tokens / 2 ? 20 : (int)(20 * slowdown))))
            .ToList();
        var drift = PaceRule.MeasureDrift(text, "english", words)!.Value;
        (drift > Narration.Judging.GateThresholds.PaceDrift).ShouldBe(isNoted);

        var clip = Judge(Speech(5)).Clip.ShouldNotBeNull();
        var noted = PaceRule.NoteDrift(clip.Record with { Words = words }, clip.Request with { Text = text });
        noted.Flags.Contains(PaceRule.DriftFlag).ShouldBe(isNoted);
        noted.Measures!.Drift.ShouldBe(Math.Round(drift, 2));
        noted.Measures.Ending.ShouldBe(clip.Record.Measures!.Ending);
    }

    [Fact]
    public void Of_several_parts_the_worst_is_reported()
    {
        TakeMeasures?[] parts =
        [
            new()
            {
                Ending = 40,
                Tail = 0.2,
                Pace = 1.1,
                Drift = 0.5,
            },
            null,
            new()
            {
                Ending = 25,
                Tail = 0,
                Pace = 0.8,
            },
        ];
        TakeMeasures
            .OfParts(parts)
            .ShouldBe(
                new TakeMeasures
                {
                    Ending = 25,
                    Tail = 0.2,
                    Pace = 0.8,
                    Drift = 0.5,
                }
            );
        TakeMeasures.OfParts([null, null]).ShouldBeNull();
    }

    private static MonoSignal Speech(double seconds) => Signals.Tone(seconds).Then(_silence);

    private static MonoSignal Tone(double seconds, double drop, double frequency = 997) =>
        Signals.Tone(seconds, 0.3 * Math.Pow(10, -drop / 20), frequency);

    private static JudgedClip Judge(
        MonoSignal signal,
        bool isDeterministic = false,
        bool tellsWords = false,
        bool learned = false,
        double? estimate = null
    )
    {
        var seconds = estimate ?? signal.Duration.TotalSeconds;
        var request = Requests.For("a", Text, Requests.Voice("mlx")) with
        {
            Estimate = TimeSpan.FromSeconds(seconds),
            IsPaceLearned = learned,
        };
        var raw = new RawClip(signal) { IsDeterministic = isDeterministic, Words = tellsWords ? [new(0, 0.1, 0.2)] : null };
        return new ClipJudge().Judge(request, raw, 1);
    }
}
