using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>Texts with <c>&lt;break time='…'/&gt;</c> through the whole pipeline.</summary>
public sealed class PauseTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.A", "First. <break time='400ms'/> Then.");

    public PauseTests() => _studio.Synthesizer.IsReal = true;

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task The_parts_are_spoken_and_one_take_is_recorded()
    {
        var outcome = await _studio.BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        _studio.Synthesizer.Made.Select(request => request.Text).ShouldBe(["First.", "Then."]);
        outcome.Summary.Synthesized.ShouldBe(1);
        var line = _studio.Lock.Segments.ShouldHaveSingleItem().Value;
        line.AudioHash.ShouldBe(outcome.Of("Intro.A").AudioHash);
        // Two clips of 1 s and a bit, of which 0.7 s are speech each.
        line.Duration.TotalSeconds.ShouldBe(0.3 + (2 * 0.7) + 0.4, 0.01);
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);
    }

    [Fact]
    public async Task Another_length_of_pause_is_another_take_and_a_moved_mark_is_not()
    {
        await _studio.BuildAsync();

        _studio.Say("Intro.A", "<mark name='x'/>First. <break time='0.4s'/> Then.");
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);

        _studio.Say("Intro.A", "First. <break time='500ms'/> Then.");
        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);
        _studio.Say("Intro.A", "First. Then.");
        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);
    }

    [Fact]
    public async Task The_estimate_adds_the_pauses()
    {
        _studio.Say("Intro.B", "First. Then.");
        _studio.Say("Intro.C", "First. <break time='3s'/> Then. <break time='2s'/>");

        var outcome = await _studio.BuildAsync("NarrationMissing", "Estimate");

        (outcome.Of("Intro.C").SampleCount - outcome.Of("Intro.B").SampleCount).ShouldBe(5 * 24_000);
        outcome.Of("Intro.C").Text.ShouldContain("<break");
    }

    [Fact]
    public async Task Words_and_cues_that_nobody_measured_stand_around_the_pauses()
    {
        _studio.Say("Intro.D", "First. <break time='3s'/> <mark name='x'/>Then.");
        _studio.Say("Intro.E", "<break time='2s'/> First. Then. <break time='1s'/>");

        var outcome = await _studio.BuildAsync("NarrationMissing", "Estimate");

        var segment = outcome.Of("Intro.D");
        TimesText.IsEstimated(segment.Words).ShouldBeTrue();
        var words = TimesText.Read(segment.Words);
        (words[1].Start - words[0].End).ShouldBeGreaterThanOrEqualTo(300);
        var cue = segment.Cues.ShouldHaveSingleItem();
        cue.IsEstimated.ShouldBeTrue();
        cue.Sample.ShouldBe(words[1].Start * 240);
        var atEnds = outcome.Of("Intro.E");
        atEnds.Words.ShouldBeNull();
        atEnds.SpeechStart.ShouldBeGreaterThanOrEqualTo(2 * 24_000);
        (atEnds.SampleCount - atEnds.SpeechEnd).ShouldBeGreaterThanOrEqualTo(24_000);
    }
}
