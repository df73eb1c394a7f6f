using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class HostileFolderTests : StoreTest
{
    private static readonly ActionKey Key = Clips.Key("welcome");

    [Fact]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    public async Task A_cache_that_is_a_link_to_a_folder_works()
    {
        var target = Directory.CreateDirectory(Path.Combine(Folder, "elsewhere")).FullName;
        Directory.CreateSymbolicLink(Cache, target);

        await StoreAsync(Key);

        (await FindAsync(Key)).ShouldNotBeNull();
        Directory.Exists(Path.Combine(target, "v1")).ShouldBeTrue();
        Findings.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    [InlineData("audio")]
    [InlineData("meta")]
    [InlineData("action")]
    public async Task An_entry_that_is_a_link_is_refused_even_to_the_right_bytes(string entry)
    {
        var clip = await StoreAsync(Key);
        var path = PathOf(entry, clip);
        var outside = Path.Combine(Folder, "outside");
        File.Move(path, outside);
        File.CreateSymbolicLink(path, outside);

        (await FindAsync(Key)).ShouldBeNull();

        Codes.ShouldBe(["FHN3009"]);
        File.Exists(outside).ShouldBeTrue();
        await StoreAsync(Key);
        (await FindAsync(Key)).ShouldNotBeNull();
        new FileInfo(path).LinkTarget.ShouldBeNull();
    }

    [Theory]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    [InlineData("audio")]
    [InlineData("meta")]
    [InlineData("action")]
    public async Task A_link_in_an_entrys_place_is_replaced_and_never_written_through(string entry)
    {
        var path = PathOf(entry, await StoreAsync(Key));
        var precious = Path.Combine(Folder, ".bashrc");
        File.WriteAllText(precious, "precious");
        File.Delete(path);
        File.CreateSymbolicLink(path, precious);

        await StoreAsync(Key);

        File.ReadAllText(precious).ShouldBe("precious");
        (await FindAsync(Key)).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    public async Task A_link_to_nowhere_is_replaced_not_followed()
    {
        var clip = await StoreAsync(Key);
        var outside = Path.Combine(Folder, "outside");
        File.Delete(clip.Path);
        File.CreateSymbolicLink(clip.Path, outside);

        (await FindAsync(Key)).ShouldBeNull();
        await StoreAsync(Key);

        (await FindAsync(Key)).ShouldNotBeNull();
        File.Exists(outside).ShouldBeFalse();
    }

    [Theory]
    [Trait("Needs", "mkfifo")]
    [InlineData("audio")]
    [InlineData("action")]
    public async Task A_pipe_or_a_folder_in_an_entrys_place_does_not_stop_the_build(string entry)
    {
        var clip = await StoreAsync(Key);
        var path = PathOf(entry, clip);
        File.Delete(path);
        Shell.Run("mkfifo", path);
        (await FindAsync(Key).WaitAsync(MachineLoad.Stretch(TimeSpan.FromSeconds(5)))).ShouldBeNull();
        await StoreAsync(Key);

        File.Delete(path);
        Directory.CreateDirectory(Path.Combine(path, "deep"));
        (await FindAsync(Key)).ShouldBeNull();
        await StoreAsync(Key);

        (await FindAsync(Key)).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Needs", "a Unix: mounts a small file system")]
    public async Task A_read_only_cache_is_read_and_what_is_made_lives_for_this_build()
    {
        using var disk = new SmallDisk();
        var options = Options with { CachePath = disk.Path, FallbackPath = Path.Combine(Folder, "obj") };
        await StoreAsync(Key, options: options);
        disk.MakeReadOnly();

        string path;
        await using (var store = Open(options))
        {
            (await store.FindAsync(Key, None)).ShouldNotBeNull();
            Findings.ShouldBeEmpty();
            path = await AddOneAndFindItAgainAsync(store);
            await AddOneAndFindItAgainAsync(store, "third");
            store.TryLock(Key).ShouldNotBeNull().Dispose();
            Path.GetDirectoryName(Path.GetDirectoryName(path)).ShouldBe(Path.Combine(Folder, "obj"));
        }

        Codes.ShouldBe(["FHN3010"]);
        File.Exists(path).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(Path.Combine(Folder, "obj")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Needs", "a Unix: mounts a small file system")]
    public async Task A_read_only_cache_with_a_corrupt_entry_is_a_miss_and_not_a_crash()
    {
        using var disk = new SmallDisk();
        var options = Options with { CachePath = disk.Path };
        var clip = await StoreAsync(Key, options: options);
        File.WriteAllText(clip.Path, "not a clip");
        disk.MakeReadOnly();

        (await FindAsync(Key, options)).ShouldBeNull();

        Codes.ShouldBe(["FHN3009"]);
    }

    [Fact]
    [Trait("Needs", "a Unix: mounts a small file system")]
    public async Task A_full_disk_stops_the_writing_with_one_message_and_leaves_nothing_unfinished()
    {
        using var disk = new SmallDisk();
        var options = Options with { CachePath = disk.Path, FallbackPath = Path.Combine(Folder, "obj") };
        await StoreAsync(Key, options: options);
        disk.Fill();

        await using (var store = Open(options))
        {
            await AddOneAndFindItAgainAsync(store);
            await AddOneAndFindItAgainAsync(store, "third");
            (await store.FindAsync(Key, None)).ShouldNotBeNull();
        }

        Codes.ShouldBe(["FHN3010"]);
        Directory.EnumerateFiles(disk.Path, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Needs", "a Unix: mounts a small file system")]
    public async Task A_disk_that_fills_up_during_a_build_loses_no_clip()
    {
        using var disk = new SmallDisk();
        var options = Options with { CachePath = disk.Path };
        await using var store = Open(options);

        for (var i = 0; i < 60; i++)
        {
            var (record, wav) = Clips.Make(Clips.Key($"{i}"), samples: 30_000);
            var stored = await store.AddAsync(record, wav, None);
            File.ReadAllBytes(stored.Path).ShouldBe(wav);
        }

        Codes.ShouldBe(["FHN3010"]);
        for (var i = 0; i < 60; i++)
        {
            (await store.FindAsync(Clips.Key($"{i}"), None)).ShouldNotBeNull();
        }

        Directory.EnumerateFiles(disk.Path, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cache_path_that_cannot_be_a_folder_is_treated_as_a_read_only_cache()
    {
        File.WriteAllText(Cache, "a file");

        await using (var store = Open())
        {
            (await store.FindAsync(Key, None)).ShouldBeNull();
            store.TryLock(Key).ShouldNotBeNull().Dispose();
            await AddOneAndFindItAgainAsync(store);
        }

        Codes.ShouldBe(["FHN3010"]);
    }

    [Fact]
    public async Task With_no_place_left_to_write_to_the_error_says_so()
    {
        File.WriteAllText(Cache, "a file");
        await using var store = Open(Options with { FallbackPath = Path.Combine(Cache, "obj") });
        var (record, wav) = Clips.Make(Key);

        var error = await Should.ThrowAsync<NarrationException>(async () => await store.AddAsync(record, wav, None));

        error.Finding.Kind.Code.ShouldBe("FHN3016");
        error.Finding.Message.ShouldContain("NarrationCachePath");
    }

    [Theory]
    [InlineData(3650)]
    [InlineData(-3650)]
    public async Task A_clock_ten_years_off_changes_no_hit(int days)
    {
        var clip = await StoreAsync(Key);
        var then = DateTime.UtcNow.AddDays(days);
        foreach (var file in Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, then);
        }

        (await FindAsync(Key)).ShouldNotBeNull().Path.ShouldBe(clip.Path);

        Findings.ShouldBeEmpty();
        (File.GetLastWriteTimeUtc(clip.Path) - DateTime.UtcNow).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static async Task<string> AddOneAndFindItAgainAsync(ClipStore store, string name = "second")
    {
        var key = Clips.Key(name);
        var (record, wav) = Clips.Make(key);
        var stored = await store.AddAsync(record, wav, None);
        File.ReadAllBytes(stored.Path).ShouldBe(wav);
        (await store.FindAsync(key, None)).ShouldNotBeNull().Path.ShouldBe(stored.Path);
        (await store.FindAudioAsync(record.AudioHash, None)).ShouldNotBeNull().Path.ShouldBe(stored.Path);
        return stored.Path;
    }

    private string PathOf(string entry, StoredClip clip) =>
        entry switch
        {
            "audio" => clip.Path,
            "action" => Layout.Action(Key),
            _ => Layout.Content(ActionResult.Parse(File.ReadAllBytes(Layout.Action(Key)))!.Meta.Hash),
        };
}
