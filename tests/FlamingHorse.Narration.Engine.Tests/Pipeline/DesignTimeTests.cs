using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class DesignTimeTests : IDisposable
{
    private readonly Studio _studio = new Studio()
        .Say("Intro.Welcome", "Welcome to this video.")
        .Say("Intro.Rule", "Each entry sums products.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task A_cold_editor_has_estimates_and_starts_and_writes_nothing()
    {
        var files = _studio.Folder.Snapshot();

        var outcome = await _studio.BuildAsync(request => request with { IsDesignTime = true });

        outcome.Manifest.IsDesignTime.ShouldBeTrue();
        outcome.Manifest.Segments.ShouldAllBe(segment => segment.IsEstimated);
        outcome.Findings.ShouldBeEmpty();
        outcome.IsComplete.ShouldBeFalse();
        _studio.Synthesizer.Runs.ShouldBeEmpty();
        _studio.Folder.Snapshot().ShouldBe(files);
        _studio.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Known_lengths_come_from_the_lock_and_a_changed_text_is_an_estimate()
    {
        var real = await _studio.BuildAsync();
        var files = _studio.Folder.Snapshot();
        _studio.Store.LoseEverything();
        _studio.Say("Intro.Welcome", "Welcome to another video.");

        var outcome = await _studio.BuildAsync(request => request with { IsDesignTime = true });

        outcome.Of("Intro.Rule").SampleCount.ShouldBe(real.Of("Intro.Rule").SampleCount);
        outcome.Of("Intro.Rule").IsEstimated.ShouldBeFalse();
        outcome.Of("Intro.Welcome").IsEstimated.ShouldBeTrue();
        _studio.Folder.Snapshot().ShouldBe(files);
    }

    [Fact]
    public async Task What_the_cache_knows_is_known()
    {
        var real = await _studio.BuildAsync();
        File.Delete(_studio.LockPath);

        var outcome = await _studio.BuildAsync(request => request with { IsDesignTime = true });

        outcome.Of("Intro.Rule").SampleCount.ShouldBe(real.Of("Intro.Rule").SampleCount);
        File.Exists(_studio.LockPath).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lock_in_the_middle_of_a_merge_still_gives_members()
    {
        _studio.Folder.Write("narration.lock.json", "<<<<<<< HEAD\n");

        var outcome = await _studio.BuildAsync(request => request with { IsDesignTime = true });

        outcome.Manifest.Segments.Count.ShouldBe(2);
        outcome.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_written_text_and_unknown_voices_are_estimated_without_a_message()
    {
        _studio
            .Say("Intro.Broken", "A lone \ud83d surrogate.")
            .Say("Intro.Who", "Who?", segment => segment with { Voice = "nobody", Language = "x" });

        var outcome = await _studio.BuildAsync(request => request with { IsDesignTime = true });

        outcome.Manifest.Segments.Count.ShouldBe(4);
        outcome.Of("Intro.Broken").IsEstimated.ShouldBeTrue();
        outcome.Findings.ShouldBeEmpty();
    }
}
