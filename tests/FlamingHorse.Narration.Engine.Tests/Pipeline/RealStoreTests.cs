using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>The pipeline over the stores that users have.</summary>
public sealed class RealStoreTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome.").Say("Intro.Rule", "A rule.");

    public RealStoreTests()
    {
        _studio.Synthesizer.IsReal = true;
        _studio.Properties["NarrationCachePath"] = "cache";
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task Clips_are_made_once_and_found_again()
    {
        var first = await BuildAsync();
        first.Summary.Synthesized.ShouldBe(2);
        File.Exists(first.Audio["Intro.Rule"].Path).ShouldBeTrue();

        (await BuildAsync()).Summary.UpToDate.ShouldBe(2);
        File.Delete(_studio.LockPath);
        (await BuildAsync()).Summary.FromLocalCache.ShouldBe(2);
        _studio.Synthesizer.Made.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_flipped_byte_in_audio_that_the_lock_names_is_missing_audio_and_not_another_take()
    {
        var outcome = await BuildAsync();
        Flip(outcome.Audio["Intro.Rule"].Path!);

        var next = await BuildAsync();

        next.Codes().ShouldContain("FHN3005");
        next.Of("Intro.Rule").AudioHash.ShouldBe(outcome.Of("Intro.Rule").AudioHash);
        _studio.Synthesizer.Made.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_flipped_byte_in_audio_that_no_lock_names_is_repaired_in_the_same_build()
    {
        var outcome = await BuildAsync();
        Flip(outcome.Audio["Intro.Rule"].Path!);
        File.Delete(_studio.LockPath);

        var next = await BuildAsync();

        next.Summary.Synthesized.ShouldBe(1);
        next.Summary.FromLocalCache.ShouldBe(1);
        next.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public async Task A_shared_folder_serves_a_machine_with_an_empty_cache()
    {
        _studio.Properties["NarrationRemoteCache"] = "shared";
        var first = await BuildAsync();
        Directory.Delete(_studio.Folder["cache"], recursive: true);

        var next = await BuildAsync();

        next.Summary.FromRemoteCache.ShouldBe(2);
        next.Of("Intro.Rule").AudioHash.ShouldBe(first.Of("Intro.Rule").AudioHash);
        _studio.Synthesizer.Made.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_design_time_build_changes_nothing_not_even_a_corrupt_entry()
    {
        var outcome = await BuildAsync();
        Flip(outcome.Audio["Intro.Rule"].Path!);
        File.Delete(_studio.LockPath);
        var files = _studio.Folder.Snapshot();

        await BuildAsync(isDesignTime: true);

        _studio.Folder.Snapshot().ShouldBe(files);
    }

    private async Task<NarrationOutcome> BuildAsync(bool isDesignTime = false)
    {
        await using var outcome = await _studio.BuildAsync(request => request with { OpenStore = null, IsDesignTime = isDesignTime });
        return outcome;
    }

    private static void Flip(string path)
    {
        File.SetAttributes(path, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(path, bytes);
    }
}
