using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>The audio that the lock names is the segment's, wherever it is and whatever else there is.</summary>
public sealed class LockedAudioTests : IDisposable
{
    private readonly Studio _studio = new Studio()
        .Say("Intro.Welcome", "Welcome to this video.")
        .Say("Intro.Rule", "Each entry sums products.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task Switching_the_lock_to_an_older_take_and_back_gives_the_locks_audio_each_time()
    {
        await _studio.BuildAsync();
        var old = await File.ReadAllTextAsync(_studio.LockPath);
        var oldHash = _studio.Lock.Segments["Intro.Rule"].AudioHash;
        await _studio.BuildAsync("NarrationRetake", "all");
        var @new = await File.ReadAllTextAsync(_studio.LockPath);
        var newHash = _studio.Lock.Segments["Intro.Rule"].AudioHash;
        newHash.ShouldNotBe(oldHash);

        await File.WriteAllTextAsync(_studio.LockPath, old);
        (await _studio.BuildAsync()).Audio["Intro.Rule"].AudioHash.ShouldBe(oldHash);
        await File.WriteAllTextAsync(_studio.LockPath, @new);
        (await _studio.BuildAsync()).Audio["Intro.Rule"].AudioHash.ShouldBe(newHash);

        _studio.Synthesizer.Made.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Audio_that_is_found_nowhere_is_one_warning_and_nothing_is_made()
    {
        await _studio.BuildAsync();
        var @lock = await File.ReadAllTextAsync(_studio.LockPath);
        _studio.Store.LoseEverything();

        var outcome = await _studio.BuildAsync();

        var warning = outcome.Findings.ShouldHaveSingleItem();
        warning.Kind.Code.ShouldBe("FHN3005");
        warning.Message.ShouldContain("2 segments");
        warning.Message.ShouldContain("NarrationRetake=missing");
        warning.Message.ShouldContain("NarrationRemoteCache");
        _studio.Synthesizer.Made.Count.ShouldBe(2);
        outcome.IsComplete.ShouldBeFalse();
        outcome.HasErrors.ShouldBeFalse();
        outcome.Of("Intro.Rule").IsEstimated.ShouldBeFalse();
        outcome.Audio["Intro.Rule"].Path.ShouldBeNull();
        (await File.ReadAllTextAsync(_studio.LockPath)).ShouldBe(@lock);
    }

    [Fact]
    public async Task Required_audio_that_is_found_nowhere_is_an_error()
    {
        await _studio.BuildAsync();
        _studio.Store.LoseEverything();

        (await _studio.BuildAsync("NarrationRequireAudio", "true")).Codes().ShouldBe(["FHN3006"]);
    }

    [Fact]
    public async Task Another_take_of_the_same_key_in_the_cache_does_not_replace_the_locks()
    {
        await _studio.BuildAsync();
        var locked = _studio.Lock.Segments["Intro.Rule"];
        var request = _studio.Synthesizer.Made.First(made => made.Id == "Intro.Rule");
        _studio.Store.Put(_studio.Synthesizer.Clip(request).Record);
        _studio.Store.Lose(locked.AudioHash);

        var outcome = await _studio.BuildAsync();

        outcome.Of("Intro.Rule").AudioHash.ShouldBe(locked.AudioHash);
        outcome.Codes().ShouldBe(["FHN3005"]);
        _studio.Lock.Segments["Intro.Rule"].ShouldBe(locked);
    }
}
