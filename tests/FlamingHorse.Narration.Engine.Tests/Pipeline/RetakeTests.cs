using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class RetakeTests : IDisposable
{
    private readonly Studio _studio = new Studio()
        .Say("Scenes.Intro.Welcome", "Welcome.")
        .Say("Scenes.Intro.Rule", "A rule.")
        .Say("Scenes.Outro.Bye", "Good bye.")
        .Say("seg1", "One.")
        .Say("seg10", "Ten.");

    public void Dispose() => _studio.Dispose();

    [Theory]
    [InlineData("Scenes.Intro.*", new[] { "Scenes.Intro.Rule", "Scenes.Intro.Welcome" })]
    [InlineData("scenes.intro.rule; seg1", new[] { "Scenes.Intro.Rule", "seg1" })]
    [InlineData("*.Bye", new[] { "Scenes.Outro.Bye" })]
    [InlineData("seg1*", new[] { "seg1", "seg10" })]
    [InlineData("*.INTRO.*e*", new[] { "Scenes.Intro.Rule", "Scenes.Intro.Welcome" })]
    [InlineData("**10", new[] { "seg10" })]
    [InlineData("all", new[] { "Scenes.Intro.Rule", "Scenes.Intro.Welcome", "Scenes.Outro.Bye", "seg1", "seg10" })]
    public async Task A_retake_makes_exactly_what_it_names(string pattern, string[] ids)
    {
        await _studio.BuildAsync();
        var before = _studio.Lock.Segments;
        var made = _studio.Synthesizer.Made.Count;

        var outcome = await _studio.BuildAsync("NarrationRetake", pattern);

        _studio.Synthesizer.Made.Skip(made).Select(request => request.Id).ShouldBe(ids, ignoreOrder: true);
        outcome.Summary.Synthesized.ShouldBe(ids.Length);
        outcome.IsComplete.ShouldBeTrue();
        foreach (var (id, segment) in _studio.Lock.Segments)
        {
            (segment.AudioHash != before[id].AudioHash).ShouldBe(ids.Contains(id), id);
            segment.Key.ShouldBe(before[id].Key);
        }
    }

    [Fact]
    public async Task Each_retake_has_another_number_and_so_other_seeds()
    {
        await _studio.BuildAsync();
        await _studio.BuildAsync("NarrationRetake", "seg1");
        await _studio.BuildAsync("NarrationRetake", "seg1");

        var takes = _studio.Synthesizer.Made.Where(request => request.Id == "seg1").Select(request => request.Take).ToList();
        takes.Count.ShouldBe(3);
        takes[0].ShouldBe(0);
        takes.ShouldBeUnique();
    }

    [Fact]
    public async Task Two_ids_with_one_text_each_keep_their_own_take()
    {
        _studio.Say("seg0", "One.").Say("seg2", "One.");
        await _studio.BuildAsync();
        await _studio.BuildAsync("NarrationRetake", "seg2");
        var before = _studio.Lock.Segments;
        before["seg0"].Key.ShouldBe(before["seg2"].Key);
        before["seg0"].AudioHash.ShouldNotBe(before["seg2"].AudioHash);

        // Something else changes, so that the lock is written.
        var outcome = await _studio.Say("seg10", "Eleven.").BuildAsync();

        foreach (var id in (string[])["seg0", "seg1", "seg2"])
        {
            outcome.Of(id).AudioHash.ShouldBe(before[id].AudioHash, id);
            _studio.Lock.Segments[id].ShouldBe(before[id], id);
        }
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_retake_that_sounds_as_before_is_counted_separately(bool isDeterministic, int same)
    {
        _studio.Synthesizer.IsDeterministic = isDeterministic;
        await _studio.BuildAsync();

        var outcome = await _studio.BuildAsync("NarrationRetake", "seg1");

        outcome.Summary.Synthesized.ShouldBe(1);
        outcome.Summary.SameAgain.ShouldBe(same);
        _studio.Log.Lines.Last().Contains("1 synthesized (1 sounds as before)").ShouldBe(isDeterministic);
    }

    [Fact]
    public async Task Missing_takes_are_those_whose_audio_is_found_nowhere()
    {
        await _studio.BuildAsync();
        var lost = _studio.Lock.Segments["seg1"].AudioHash;
        _studio.Store.Lose(lost);

        var outcome = await _studio.BuildAsync("NarrationRetake", "missing");

        outcome.Summary.Synthesized.ShouldBe(1);
        outcome.Findings.ShouldBeEmpty();
        _studio.Lock.Segments["seg1"].AudioHash.ShouldNotBe(lost);
    }

    [Fact]
    public async Task A_missing_take_is_replaced_by_one_that_a_store_has()
    {
        await _studio.BuildAsync();
        var request = _studio.Synthesizer.Made.First(made => made.Id == "seg1");
        _studio.Store.Lose(_studio.Lock.Segments["seg1"].AudioHash);
        var other = _studio.Synthesizer.Clip(request).Record;
        _studio.Store.Put(other);

        var outcome = await _studio.BuildAsync("NarrationRetake", "missing");

        outcome.Summary.Synthesized.ShouldBe(0);
        _studio.Lock.Segments["seg1"].AudioHash.ShouldBe(other.AudioHash);
    }

    [Fact]
    public async Task A_retake_is_new_also_where_the_cache_holds_another_take_than_the_lock()
    {
        await _studio.BuildAsync();
        var first = await File.ReadAllTextAsync(_studio.LockPath);
        await _studio.BuildAsync("NarrationRetake", "seg1");
        var second = _studio.Lock.Segments["seg1"].AudioHash;
        await File.WriteAllTextAsync(_studio.LockPath, first);

        await _studio.BuildAsync("NarrationRetake", "seg1");

        _studio.Lock.Segments["seg1"].AudioHash.ShouldNotBe(second);
        _studio.Synthesizer.Made.Count(request => request.Id == "seg1").ShouldBe(3);
    }

    [Theory]
    [InlineData("seg?")]
    [InlineData(@"seg\1")]
    [InlineData("seg1.")]
    [InlineData("eg1")]
    public async Task No_character_but_a_star_is_a_wildcard(string pattern)
    {
        await _studio.BuildAsync();

        var outcome = await _studio.BuildAsync("NarrationRetake", pattern);

        outcome.Codes().ShouldBe(["FHN3017"]);
        outcome.Summary.Synthesized.ShouldBe(0);
    }

    [Fact]
    public async Task A_pattern_that_matches_nothing_is_reported()
    {
        await _studio.BuildAsync();

        var outcome = await _studio.BuildAsync("NarrationRetake", "Scenes.Intor.*;seg1");

        outcome.Codes().ShouldBe(["FHN3017"]);
        outcome.Findings[0].Message.ShouldContain("Scenes.Intor.*");
        outcome.Summary.Synthesized.ShouldBe(1);
    }

    [Fact]
    public async Task A_retake_that_fails_keeps_the_old_take()
    {
        await _studio.BuildAsync();
        var before = _studio.Lock;
        _studio.Synthesizer.Fails = _ => QualityFindings.ClipRejected.At(null, "No.");

        var outcome = await _studio.BuildAsync("NarrationRetake", "seg1");

        outcome.Codes().ShouldBe(["FHN4001"]);
        outcome.Of("seg1").AudioHash.ShouldBe(before.Segments["seg1"].AudioHash);
        outcome.IsComplete.ShouldBeFalse();
        _studio.Lock.HasSameContent(before).ShouldBeTrue();
    }

    [Fact]
    public async Task A_retake_of_one_of_two_that_say_the_same_leaves_the_other_alone()
    {
        _studio.Say("seg1b", "One.");
        await _studio.BuildAsync();
        var old = _studio.Lock.Segments["seg1b"].AudioHash;

        await _studio.BuildAsync("NarrationRetake", "seg1");

        _studio.Lock.Segments["seg1b"].AudioHash.ShouldBe(old);
        _studio.Lock.Segments["seg1"].AudioHash.ShouldNotBe(old);
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(6);
    }
}
