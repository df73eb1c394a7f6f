using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>Builds that die, are cancelled or meet another build keep what is finished, and nothing is made twice.</summary>
public sealed class InterruptedBuildTests : IDisposable
{
    private readonly Studio _studio = new Studio()
        .Say("Intro.Welcome", "Welcome to this video.")
        .Say("Intro.Rule", "Each entry sums products.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task What_a_backend_finished_before_it_died_is_kept()
    {
        _studio.Synthesizer.Throws = index =>
            index == 1 ? new NarrationException(VoiceFindings.WorkerFailed.At(null, "It died three times.")) : null;

        var outcome = await _studio.BuildAsync();

        outcome.Codes().ShouldBe(["FHN2015"]);
        outcome.Summary.Synthesized.ShouldBe(1);
        outcome.Summary.Failed.ShouldBe(1);
        _studio.Lock.Segments.Count.ShouldBe(1);
        _studio.Store.Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_build_does_not_wait_for_another_that_holds_the_lock_file()
    {
        using var cancel = new CancellationTokenSource();
        _studio.Synthesizer.AfterClip = _ => cancel.Cancel();
        _studio.Say("Intro.Welcome", "Welcome to this video.").Say("Intro.Rule", "Each entry sums a row and a column.");
        var request = _studio.Request();
        using var held = FileLock.Guard(request.LockFilePath, request.Settings.Machine.LockDirectory, CancellationToken.None);

        await Should.ThrowAsync<OperationCanceledException>(() => _studio.BuildAsync(cancellation: cancel.Token));

        // Whoever waits to the end goes on without the lock and writes.
        File.Exists(_studio.LockPath).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_cancelled_build_finished_is_kept_and_the_next_goes_on_from_there()
    {
        using var cancel = new CancellationTokenSource();
        _studio.Synthesizer.AfterClip = _ => cancel.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => _studio.BuildAsync(cancellation: cancel.Token));

        _studio.Lock.Segments.Count.ShouldBe(1);
        _studio.Store.Held.ShouldBeEmpty();
        Directory.GetDirectories(_studio.Intermediate).ShouldBeEmpty();
        _studio.Synthesizer.AfterClip = _ => { };
        var next = await _studio.BuildAsync();
        next.Summary.Synthesized.ShouldBe(1);
        next.Summary.UpToDate.ShouldBe(1);
    }

    [Fact]
    public async Task What_another_build_finished_in_the_meantime_is_used()
    {
        var others = new Dictionary<ActionKey, ClipRecord>();
        await _studio.BuildAsync();
        foreach (var request in _studio.Synthesizer.Made)
        {
            others[request.Key] = _studio.Synthesizer.Clip(request).Record;
        }

        File.Delete(_studio.LockPath);
        _studio.Store = new MemoryStore();
        var lookups = 0;
        _studio.Store.BeforeFind = key =>
        {
            // The plan's own look finds nothing; by the time of the claim the other build is done.
            if (Interlocked.Increment(ref lookups) > 2)
            {
                _studio.Store.Put(others[key]);
            }
        };

        var outcome = await _studio.BuildAsync();

        outcome.Summary.Synthesized.ShouldBe(0);
        outcome.Summary.FromLocalCache.ShouldBe(2);
        _studio.Synthesizer.Made.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_builds_at_once_make_each_segment_once()
    {
        for (var i = 0; i < 30; i++)
        {
            _studio.Say($"S{i:00}", $"Sentence number {i}.");
        }

        var first = _studio.Request();
        var second = first with { LockFilePath = _studio.Folder["other.lock.json"], IntermediateDirectory = _studio.Folder["obj2"] };
        var pipeline = new NarrationPipeline();
        var outcomes = await Task.WhenAll(
            Task.Run(() => pipeline.RunAsync(first, new ListLog(), default)),
            Task.Run(() => pipeline.RunAsync(second, new ListLog(), default))
        );

        _studio.Synthesizer.Made.Select(request => request.Key).ShouldBeUnique();
        outcomes.Sum(outcome => outcome.Summary.Synthesized).ShouldBe(32);
        foreach (var (left, right) in outcomes[0].Manifest.Segments.Zip(outcomes[1].Manifest.Segments))
        {
            left.AudioHash.ShouldBe(right.AudioHash);
        }
    }
}
