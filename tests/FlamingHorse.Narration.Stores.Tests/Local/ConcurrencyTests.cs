using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class ConcurrencyTests : StoreTest
{
    [Fact]
    public void A_key_is_held_by_one_thread_at_a_time_and_free_again_afterwards()
    {
        using var one = Open().TryLock(Clips.Key("a")).ShouldNotBeNull();

        Open().TryLock(Clips.Key("a")).ShouldBeNull();
        Open().TryLock(Clips.Key("b")).ShouldNotBeNull().Dispose();
        one.Dispose();

        Open().TryLock(Clips.Key("a")).ShouldNotBeNull().Dispose();
        Directory.EnumerateFiles(Layout.Locks).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lock_is_never_held_twice_however_often_it_is_freed_and_deleted()
    {
        var path = Path.Combine(Folder, "locks", "x.lock");
        var holders = 0;
        var taken = 0;
        var twice = 0;
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(IsSoak ? 30 : 2));

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            while (!end.IsCancellationRequested)
                            {
                                using var held = FileLock.TryTake(path);
                                if (held is null)
                                {
                                    continue;
                                }

                                Interlocked.Increment(ref taken);
                                twice += Interlocked.Increment(ref holders) > 1 ? 1 : 0;
                                Thread.SpinWait(50);
                                Interlocked.Decrement(ref holders);
                            }
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
        );

        twice.ShouldBe(0);
        taken.ShouldBeGreaterThan(100);
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task Sixteen_threads_make_each_clip_once()
    {
        var made = new ConcurrentBag<int>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        await using var store = Open();
                        for (var i = 0; i < 30; i++)
                        {
                            if (await StoreChild.ClaimAndMakeAsync(store, i))
                            {
                                made.Add(i);
                            }
                        }
                    })
                )
        );

        made.Order().ShouldBe(Enumerable.Range(0, 30));
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Builds_that_race_on_one_cache_make_each_clip_once()
    {
        var builds = Soak.Rounds(6, 16);
        var children = Enumerable.Range(0, builds).Select(_ => Shell.StartChild("race", Cache, "60")).ToList();

        var outputs = await Task.WhenAll(children.Select(child => child.StandardOutput.ReadToEndAsync()));
        foreach (var child in children)
        {
            await child.WaitForExitAsync();
            child.ExitCode.ShouldBe(0);
            child.Dispose();
        }

        var made = string.Concat(outputs).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Soak.Record("processes on one cache at once", $"{builds} processes, 60 clips, {made.Length} made");
        made.Distinct().Count().ShouldBe(60);
        made.Length.ShouldBe(60);
        for (var i = 0; i < 60; i++)
        {
            (await FindAsync(Clips.Key($"race-{i}"))).ShouldNotBeNull();
        }

        Findings.ShouldBeEmpty();
    }

    /// <summary>The aim is 1,000 kills and not one manual clean-up.</summary>
    [Fact]
    public async Task A_kill_during_a_write_leaves_only_finished_entries_visible()
    {
        var kills = Soak.Rounds(12, 1_000);
        var finished = 0;
        for (var i = 0; i < kills; i++)
        {
            using var child = Shell.StartChild("write-forever", Cache);
            (await child.StandardOutput.ReadLineAsync()).ShouldBe("ready");
            var first = await child.StandardOutput.ReadLineAsync();
            var lines = child.StandardOutput.ReadToEndAsync();
            await Task.Delay(Random.Shared.Next(0, 60));
            child.Kill();
            await child.WaitForExitAsync();

            // The last line may be cut off by the kill.
            var keys = (await lines)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line.Length == 64)
                .Append(first!)
                .ToList();
            await using var store = Open();
            foreach (var key in keys)
            {
                (await store.FindAsync(new(key), None)).ShouldNotBeNull();
                store.TryLock(new(key)).ShouldNotBeNull().Dispose();
            }

            finished += keys.Count;
        }

        var left = Unfinished().Count();
        if (OperatingSystem.IsWindows())
        {
            // What is held cannot be renamed there, so that a dead writer's file is known by its age alone, once a day.
            File.Delete(Layout.SweepStamp);
            foreach (var file in Unfinished())
            {
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-30));
            }
        }

        await StoreAsync(Clips.Key("next"));
        Soak.Record(
            "kills of a process that writes",
            $"{kills:N0} kills, {finished:N0} clips finished before them, all found; {left:N0} unfinished files left, all swept by the "
                + $"next build that writes"
        );
        finished.ShouldBeGreaterThanOrEqualTo(kills);
        Findings.ShouldBeEmpty();
        foreach (
            var file in Directory
                .EnumerateFiles(Layout.Contents, "*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal))
        )
        {
            Digest.HashOf(File.ReadAllBytes(file)).ShouldBe(Path.GetFileName(file));
        }

        Unfinished().ShouldBeEmpty();
        Directory.EnumerateFiles(Layout.Locks).ShouldBeEmpty();
    }

    private IEnumerable<string> Unfinished() => Directory.EnumerateFiles(Cache, "*.tmp", SearchOption.AllDirectories);
}
