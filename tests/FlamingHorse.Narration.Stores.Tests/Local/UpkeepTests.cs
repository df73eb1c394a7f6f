using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class UpkeepTests : StoreTest
{
    [Fact]
    public async Task Unfinished_files_are_swept_when_they_are_older_than_a_day()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        var old = Leftover(clip.Path, "old.tmp", DateTime.UtcNow.AddHours(-25));
        var young = Leftover(clip.Path, "young.tmp", DateTime.UtcNow.AddHours(-1));
        var future = Leftover(clip.Path, "future.tmp", DateTime.UtcNow.AddYears(10));

        Upkeep(DateTime.UtcNow.AddDays(0)).Sweep().ShouldBeFalse("it was swept when the clip was stored");
        File.SetLastWriteTimeUtc(Layout.SweepStamp, DateTime.UtcNow.AddDays(-2));
        Upkeep(DateTime.UtcNow).Sweep().ShouldBeTrue();

        File.Exists(old).ShouldBeFalse();
        File.Exists(young).ShouldBeTrue();
        File.Exists(future).ShouldBeFalse();
        (await FindAsync(Clips.Key("a"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Quarantined_files_are_kept_for_a_month()
    {
        await StoreAsync(Clips.Key("a"));
        var clip = await StoreAsync(Clips.Key("corrupt"));
        File.WriteAllText(clip.Path, "corrupt");
        (await FindAsync(Clips.Key("corrupt"))).ShouldBeNull();
        var young = Directory.EnumerateFiles(Layout.Quarantine).ShouldHaveSingleItem();
        File.SetLastWriteTimeUtc(young, DateTime.UtcNow.AddDays(-29));
        var fresh = Leftover(young, "fresh", DateTime.UtcNow.AddDays(-1));
        var old = Leftover(young, "old", DateTime.UtcNow.AddDays(-31));
        File.Delete(Layout.SweepStamp);

        Upkeep(DateTime.UtcNow).Sweep().ShouldBeTrue();

        Directory.EnumerateFiles(Layout.Quarantine).ShouldBe([young, fresh], ignoreOrder: true);
        File.Exists(old).ShouldBeFalse();
    }

    [Fact]
    public async Task The_cache_is_swept_at_most_once_a_day_even_if_the_clock_was_ahead()
    {
        await StoreAsync(Clips.Key("a"));
        Upkeep(DateTime.UtcNow).Sweep().ShouldBeFalse();

        File.SetLastWriteTimeUtc(Layout.SweepStamp, DateTime.UtcNow.AddYears(10));

        Upkeep(DateTime.UtcNow).Sweep().ShouldBeTrue();
        Upkeep(DateTime.UtcNow).Sweep().ShouldBeFalse();
    }

    [Fact]
    public async Task Exactly_a_day_is_not_more_than_a_day_and_only_unfinished_files_are_swept()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(clip.Path, time.AddDays(-400));
        var unfinished = Leftover(clip.Path, "unfinished.tmp", time);
        File.SetLastWriteTimeUtc(Layout.SweepStamp, time);

        Upkeep(time.AddDays(1)).Sweep().ShouldBeFalse();
        File.Delete(Layout.SweepStamp);
        Upkeep(time.AddDays(1)).Sweep().ShouldBeTrue();
        File.Exists(unfinished).ShouldBeTrue();

        File.Delete(Layout.SweepStamp);
        Upkeep(time.AddDays(1).AddTicks(1)).Sweep().ShouldBeTrue();
        File.Exists(unfinished).ShouldBeFalse();
        File.Exists(clip.Path).ShouldBeTrue();
    }

    [Fact]
    public void Where_there_is_no_cache_there_is_nothing_to_sweep()
    {
        Upkeep(DateTime.UtcNow).Sweep().ShouldBeFalse();
        Directory.Exists(Cache).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lock_of_a_dead_process_is_swept_and_one_of_a_living_process_stays()
    {
        await StoreAsync(Clips.Key("a"));
        using var living = FileLock.TryTake(Layout.Lock(Clips.Key("living"))).ShouldNotBeNull();
        File.WriteAllText(Layout.Lock(Clips.Key("dead")), "");
        File.Delete(Layout.SweepStamp);

        Upkeep(DateTime.UtcNow).Sweep();

        Directory.EnumerateFiles(Layout.Locks).ShouldBe([Layout.Lock(Clips.Key("living"))]);
        FileLock.TryTake(Layout.Lock(Clips.Key("living"))).ShouldBeNull();
    }

    [Fact]
    [Trait("Needs", "a Unix: Windows cannot rename what is held, so a dead writer's file is known by its age alone")]
    public async Task Unfinished_files_of_dead_writers_are_removed_at_once_and_those_of_living_ones_stay()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        var action = Layout.Action(Clips.Key("a"));
        string[] abandoned = [Unfinished(clip.Path), Unfinished(action)];
        string[] kept = [Unfinished(clip.Path), Leftover(action, "somebody-elses.tmp", DateTime.UtcNow)];
        Directory.CreateDirectory(Layout.Locks);
        File.WriteAllText(Layout.Lock(Clips.Key("dead")), "");
        using var writer = new FileStream(kept[0], FileMode.Open, FileAccess.Write, FileShare.None);

        Upkeep(DateTime.UtcNow).RemoveAbandoned();

        abandoned.ShouldAllBe(file => !File.Exists(file));
        kept.ShouldAllBe(file => File.Exists(file));
        File.Exists(clip.Path).ShouldBeTrue();
        File.Exists(action).ShouldBeTrue();
        Directory.EnumerateFiles(Layout.Locks).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_lie_one_folder_deep_and_what_is_deeper_is_not_the_caches()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        var deeper = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(clip.Path)!, "deeper")).FullName;
        var old = Leftover(Path.Combine(deeper, "file"), "old.tmp", DateTime.UtcNow.AddDays(-2));
        File.Delete(Layout.SweepStamp);

        Upkeep(DateTime.UtcNow).Sweep().ShouldBeTrue();

        File.Exists(old).ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_deleted_is_left()
    {
        CacheFiles.TryDelete(new FileInfo(Folder)).ShouldBeFalse("it is a folder");
        CacheFiles.TryDelete(new FileInfo(Path.Combine(Folder, "no folder", "file"))).ShouldBeFalse();
        Directory.Exists(Folder).ShouldBeTrue();
    }

    [Fact]
    public async Task Using_an_entry_sets_its_time_at_most_once_a_day()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        var anHourAgo = DateTime.UtcNow.AddHours(-1);
        File.SetLastWriteTimeUtc(clip.Path, anHourAgo);
        await FindAsync(Clips.Key("a"));
        File.GetLastWriteTimeUtc(clip.Path).ShouldBe(anHourAgo);

        File.SetLastWriteTimeUtc(clip.Path, DateTime.UtcNow.AddDays(-2));
        await FindAsync(Clips.Key("a"));

        File.GetLastWriteTimeUtc(clip.Path).ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1));

        File.SetLastWriteTimeUtc(clip.Path, DateTime.UtcNow.AddYears(1));
        await FindAsync(Clips.Key("a"));
        File.GetLastWriteTimeUtc(clip.Path).ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1), "a clock was ahead");
    }

    private CacheMaintenance Upkeep(DateTime now) => new(Layout, now);

    /// <summary>A file as a writer on this machine names it.</summary>
    private static string Unfinished(string beside) => Leftover(beside, Path.GetFileName(TemporaryFileName.NameIn("")), DateTime.UtcNow);

    private static string Leftover(string beside, string name, DateTime time)
    {
        var path = Path.Combine(Path.GetDirectoryName(beside)!, name);
        File.WriteAllText(path, "half a clip");
        File.SetLastWriteTimeUtc(path, time);
        return path;
    }
}
