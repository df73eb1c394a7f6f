using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class UpkeepTests : StoreTest
{
    private const double Kilobyte = 1.0 / (1 << 20);

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
    public async Task Without_a_limit_nothing_is_evicted()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        File.SetLastWriteTimeUtc(clip.Path, DateTime.UtcNow.AddYears(-5));

        await StoreAsync(Clips.Key("b"));

        File.Exists(clip.Path).ShouldBeTrue();
    }

    [Fact]
    public async Task Above_the_limit_the_least_recently_used_goes_first()
    {
        var clips = new List<StoredClip>();
        for (var i = 0; i < 10; i++)
        {
            clips.Add(await StoreAsync(Clips.Key($"{i}")));
        }

        foreach (var file in Directory.EnumerateFiles(Layout.Version, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-30));
        }

        // 3 and 7 are used again; each clip has 4 KB of audio and about 1 KB of record and action.
        await FindAsync(Clips.Key("3"));
        await FindAsync(Clips.Key("7"));
        await StoreAsync(Clips.Key("new"), options: Options with { LimitGiB = 16 * Kilobyte });

        File.Exists(clips[3].Path).ShouldBeTrue();
        File.Exists(clips[7].Path).ShouldBeTrue();
        (await FindAsync(Clips.Key("new"))).ShouldNotBeNull();
        clips.Count(clip => File.Exists(clip.Path)).ShouldBe(2);
        Directory
            .EnumerateFiles(Cache, "*", SearchOption.AllDirectories)
            .Sum(file => new FileInfo(file).Length)
            .ShouldBeLessThanOrEqualTo(16 << 10);
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_this_build_uses_or_its_lock_names_is_never_evicted()
    {
        var named = await StoreAsync(Clips.Key("named"));
        var found = await StoreAsync(Clips.Key("found"));
        var other = await StoreAsync(Clips.Key("other"));
        var options = Options with
        {
            LimitGiB = Kilobyte,
            Protected = new HashSet<string> { named.Record.AudioHash },
        };

        StoredClip added;
        await using (var store = Open(options))
        {
            await store.FindAsync(Clips.Key("found"), None);
            var (record, wav) = Clips.Make(Clips.Key("added"));
            added = await store.AddAsync(record, wav, None);
        }

        File.Exists(named.Path).ShouldBeTrue();
        File.Exists(found.Path).ShouldBeTrue();
        File.Exists(added.Path).ShouldBeTrue();
        File.Exists(other.Path).ShouldBeFalse();
        (await FindAsync(Clips.Key("found"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_this_build_only_looked_at_is_never_evicted_with_its_record_and_action()
    {
        var looked = await StoreAsync(Clips.Key("looked at"));
        var copied = await StoreAsync(Clips.Key("copied"));
        foreach (var file in Directory.EnumerateFiles(Layout.Version, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-2));
        }

        var options = Options with
        {
            LimitGiB = Kilobyte,
            Copies = new Dictionary<string, long> { [copied.Record.AudioHash] = copied.Record.AudioBytes },
        };
        await using (var store = Open(options))
        {
            await store.FindAsync(Clips.Key("looked at"), None);
            await store.FindAudioAsync(copied.Record.AudioHash, None);
            var (record, wav) = Clips.Make(Clips.Key("added"));
            await store.AddAsync(record, wav, None);
        }

        File.Exists(copied.Path).ShouldBeTrue();
        (await FindAsync(Clips.Key("looked at"))).ShouldNotBeNull().Path.ShouldBe(looked.Path);
        (await FindAsync(Clips.Key("copied"))).ShouldBeNull("its action was not looked at");
    }

    [Fact]
    public async Task What_locks_name_or_named_is_removed_last_and_only_with_a_warning()
    {
        var named = await StoreAsync(Clips.Key("named"));
        var unnamed = await StoreAsync(Clips.Key("unnamed"));
        var once = await StoreAsync(Clips.Key("once"));
        await NoteAsync("/lesson/narration.lock.json", once);
        await NoteAsync("/lesson/narration.lock.json", named);
        // The least recently used is one that a lock names.
        foreach (var file in Directory.EnumerateFiles(Layout.Version, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(
                file,
                DateTime.UtcNow.AddDays(file.Contains(unnamed.Record.AudioHash, StringComparison.Ordinal) ? -2 : -30)
            );
        }

        await StoreAsync(Clips.Key("new"), options: Options with { LimitGiB = 16 * Kilobyte });
        File.Exists(unnamed.Path).ShouldBeFalse();
        (await FindAsync(Clips.Key("named"))).ShouldNotBeNull();
        (await FindAsync(Clips.Key("once"))).ShouldNotBeNull();
        Findings.ShouldBeEmpty();

        await StoreAsync(Clips.Key("newer"), options: Options with { LimitGiB = 7 * Kilobyte });
        File.Exists(named.Path).ShouldBeFalse();
        var warning = Findings.ShouldHaveSingleItem();
        warning.Kind.Code.ShouldBe("FHN3020");
        warning.Message.ShouldContain("2 takes named in lock files were removed");
    }

    [Fact]
    public async Task What_older_packages_stored_counts_as_named()
    {
        var old = await StoreAsync(Clips.Key("old"));
        Directory.Delete(Layout.Named, recursive: true);
        var recent = await StoreAsync(Clips.Key("recent"));
        File.SetLastWriteTimeUtc(old.Path, DateTime.UtcNow.AddDays(-30));

        await StoreAsync(Clips.Key("new"), options: Options with { LimitGiB = 12 * Kilobyte });

        File.Exists(recent.Path).ShouldBeFalse();
        (await FindAsync(Clips.Key("old"))).ShouldNotBeNull();
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

    private async Task NoteAsync(string lockPath, StoredClip clip)
    {
        await using var store = Open();
        store.NoteNamed(lockPath, [clip.Record.AudioHash]);
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
