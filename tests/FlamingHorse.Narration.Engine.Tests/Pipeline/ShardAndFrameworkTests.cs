using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class ShardAndFrameworkTests : IDisposable
{
    private readonly Studio _studio = new();

    public ShardAndFrameworkTests()
    {
        for (var i = 0; i < 40; i++)
        {
            _studio.Say($"S{i:00}", $"Sentence number {i}.");
        }
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task Shards_share_the_keys_among_them_and_the_last_job_gathers_the_lock()
    {
        for (var shard = 1; shard <= 3; shard++)
        {
            var outcome = await _studio.BuildAsync("NarrationShard", $"{shard}/3");
            outcome.Codes().ShouldBe(["FHN3041"]);
            outcome.HasErrors.ShouldBeFalse();
            outcome.IsComplete.ShouldBeFalse();
            outcome.Summary.Synthesized.ShouldBeInRange(4, 26);
            File.Exists(_studio.LockPath).ShouldBeFalse();
        }

        _studio.Synthesizer.Made.Count.ShouldBe(40);
        _studio.Synthesizer.Made.Select(request => request.Key).ShouldBeUnique();
        var last = await _studio.BuildAsync("NarrationMissing", "Error");
        last.Findings.ShouldBeEmpty();
        last.Summary.FromLocalCache.ShouldBe(40);
        _studio.Lock.Segments.Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_shard_that_ran_before_makes_nothing_again()
    {
        await _studio.BuildAsync("NarrationShard", "1/2");
        var made = _studio.Synthesizer.Made.Count;

        (await _studio.BuildAsync("NarrationShard", "1/2")).Summary.FromLocalCache.ShouldBe(made);

        _studio.Synthesizer.Made.Count.ShouldBe(made);
    }

    [Fact]
    public async Task Requests_of_one_voice_and_model_are_grouped()
    {
        _studio.Voices.Add(
            new("guest")
            {
                ReferenceAudio = "voice/ref.wav",
                ReferenceText = "voice/ref.txt",
                Model = "mlx-community/A",
            }
        );
        for (var i = 0; i < 40; i += 2)
        {
            _studio.Say($"S{i:00}", $"Sentence number {i}.", segment => segment with { Voice = "guest" });
        }

        await _studio.BuildAsync();

        var voices = _studio.Synthesizer.Made.Select(request => request.Voice.Name).ToList();
        voices.Zip(voices.Skip(1)).Count(pair => pair.First != pair.Second).ShouldBe(1);
    }

    [Fact]
    public async Task Segments_of_another_framework_stay_in_the_lock_until_all_are_known()
    {
        await _studio.BuildAsync();
        _studio.Unsay("S00").Say("Only.Here", "Only in this framework.");

        await _studio.BuildAsync(request => request with { IsOnlyFramework = false });

        _studio.Lock.Segments.Count.ShouldBe(41);
        LockFile.Prune(_studio.LockPath, _studio.Request().Segments.Select(segment => segment.Id), _studio.Folder["user"]).ShouldBeTrue();
        _studio.Lock.Segments.Count.ShouldBe(40);
        _studio.Lock.Segments.Keys.ShouldNotContain("S00");
        LockFile.Prune(_studio.LockPath, _studio.Request().Segments.Select(segment => segment.Id), _studio.Folder["user"]).ShouldBeFalse();
    }

    [Fact]
    public async Task In_a_project_of_one_framework_a_removed_id_leaves_the_lock_at_once_and_its_voice_with_it()
    {
        _studio.Voices.Add(
            new("guest")
            {
                ReferenceAudio = "voice/ref.wav",
                ReferenceText = "voice/ref.txt",
                Seed = "7",
            }
        );
        _studio.Say("Guest", "I come and go.", segment => segment with { Voice = "guest" });
        await _studio.BuildAsync();
        _studio.Lock.Voices.Keys.ShouldBe(["guest", "narrator"], ignoreOrder: true);

        await _studio.Unsay("Guest").BuildAsync();

        _studio.Lock.Segments.Count.ShouldBe(40);
        _studio.Lock.Voices.Keys.ShouldBe(["narrator"]);
    }

    [Fact]
    public async Task Frameworks_that_build_at_once_each_add_their_segments()
    {
        var all = _studio.Request();
        var even = all with
        {
            Segments = [.. all.Segments.Where((_, i) => i % 2 == 0)],
            IsOnlyFramework = false,
            IntermediateDirectory = _studio.Folder["obj", "a"],
        };
        var odd = all with
        {
            Segments = [.. all.Segments.Where((_, i) => i % 2 == 1)],
            IsOnlyFramework = false,
            IntermediateDirectory = _studio.Folder["obj", "b"],
        };
        var pipeline = new NarrationPipeline();

        await Task.WhenAll(
            Task.Run(() => pipeline.RunAsync(even, new ListLog(), default)),
            Task.Run(() => pipeline.RunAsync(odd, new ListLog(), default))
        );

        _studio.Lock.Segments.Count.ShouldBe(40);
    }
}
