using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>From a clip's record into lock and manifest.</summary>
public sealed class WordTimeTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Rule", "See the <mark name='row'/>row now.");

    public WordTimeTests() => _studio.Synthesizer.Words = [new(0, 10, 30), new(1, 35, 45), new(2, 50, 80), new(3, 85, 99)];

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task Words_are_written_to_lock_and_manifest_and_cues_fall_on_them()
    {
        var rule = (await _studio.BuildAsync()).Of("Intro.Rule");

        _studio.Lock.Segments["Intro.Rule"].Words.ShouldBe(_studio.Synthesizer.Words);
        rule.Words.ShouldBe("10+20 5+10 5+30 5+14");
        rule.CaptionWords.ShouldBeNull();
        rule.Cues.ShouldBe([new("row", 12_000, IsEstimated: false)]);
    }

    [Fact]
    public async Task A_moved_mark_needs_no_synthesis()
    {
        await _studio.BuildAsync();

        var outcome = await _studio.Say("Intro.Rule", "<mark name='row'/>See the row now.").BuildAsync();

        outcome.Of("Intro.Rule").Cues.ShouldBe([new("row", 2_400, IsEstimated: false)]);
        outcome.Summary.UpToDate.ShouldBe(1);
        _studio.Synthesizer.Made.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_lock_alone_gives_the_same_words_and_cues()
    {
        var spoken = (await _studio.BuildAsync()).Of("Intro.Rule");
        _studio.Store = new MemoryStore();

        var clone = (await _studio.BuildAsync("NarrationLockedMode", "true")).Of("Intro.Rule");

        (clone.Words, clone.SampleCount).ShouldBe((spoken.Words, spoken.SampleCount));
        clone.Cues.ShouldBe(spoken.Cues);
        _studio.Synthesizer.Made.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_times_nothing_new_is_written_to_lock_or_manifest()
    {
        _studio.Synthesizer.Words = null;

        var rule = (await _studio.BuildAsync()).Of("Intro.Rule");

        rule.Words.ShouldBeNull();
        rule.Cues.Single().IsEstimated.ShouldBeTrue();
        File.ReadAllText(_studio.LockPath).ShouldStartWith("{\n  \"schema\": 1,");
    }

    [Fact]
    public async Task A_caption_that_is_said_differently_has_its_own_times()
    {
        _studio.Say("Intro.Rule", "See x² now.", segment => segment with { SpokenAs = "See x squared now." });
        _studio.Synthesizer.Words = [new(0, 10, 30), new(1, 35, 45), new(2, 45, 80), new(3, 85, 99)];

        (await _studio.BuildAsync()).Of("Intro.Rule").CaptionWords.ShouldBe("10+20 5+45 5+14");
    }
}
