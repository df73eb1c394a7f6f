using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote;

public sealed class FolderStoreTests : SharedStoreTest
{
    private string Shared => Path.Combine(Folder, "shared");

    private StoreLayout SharedLayout => new(Shared);

    [Fact]
    public Task Two_machines_share_a_folder() => ShouldShareAsync(Shared);

    [Fact]
    [Trait("Needs", "cp")]
    public async Task A_folder_has_the_layout_of_the_cache_so_that_one_can_be_copied_to_the_other()
    {
        await StoreAsync(Key, options: Options with { CachePath = Path.Combine(Folder, "author") });
        Shell.Run("cp", "-r", Path.Combine(Folder, "author"), Shared);

        (await FindAsync(Key, Reader(Shared))).ShouldNotBeNull().Source.ShouldBe(ClipSource.Remote);
    }

    [Fact]
    [Trait("Needs", "a Unix: Windows cannot rename what is held, so a dead writer's file is known by its age alone")]
    public async Task What_a_killed_writer_left_is_removed_by_the_next_writer_of_the_same_entry()
    {
        var clip = await StoreAsync(Key);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(SharedLayout.Content(clip.Record.AudioHash))!).FullName;
        File.WriteAllText(TemporaryFileName.NameIn(folder), "RIFF");

        await StoreAsync(Key, options: Writer(Shared));

        Directory.EnumerateFiles(folder).ShouldBe([SharedLayout.Content(clip.Record.AudioHash)]);
    }

    [Fact]
    public async Task Audio_is_fetched_by_its_hash_alone()
    {
        var clip = await StoreAsync(Key, options: Writer(Shared));

        await using var store = Open(Reader(Shared));

        var (path, source) = (await store.FindAudioAsync(clip.Record.AudioHash, None)).ShouldNotBeNull();
        source.ShouldBe(ClipSource.Remote);
        File.ReadAllBytes(path).ShouldBe(File.ReadAllBytes(clip.Path));
    }

    [Fact]
    public async Task A_reader_writes_nothing_into_the_folder()
    {
        await StoreAsync(Key, options: Writer(Shared));
        var before = Snapshot();

        await StoreAsync(Clips.Key("own"), options: Reader(Shared));
        await FindAsync(Key, Reader(Shared));

        Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task Storing_the_same_again_changes_no_file()
    {
        await StoreAsync(Key, options: Writer(Shared));
        var before = Snapshot();

        await StoreAsync(Key, options: Writer(Shared) with { CachePath = Path.Combine(Folder, "second") });

        Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_corrupt_clip_in_the_cache_is_fetched_again_in_the_same_build()
    {
        var options = Writer(Shared);
        var clip = await StoreAsync(Key, options: options);
        File.WriteAllText(clip.Path, "broken");

        var found = (await FindAsync(Key, options)).ShouldNotBeNull();

        found.Source.ShouldBe(ClipSource.Remote);
        Codes.ShouldBe(["FHN3009"]);
        Digest.HashOf(File.ReadAllBytes(found.Path)).ShouldBe(clip.Record.AudioHash);
    }

    [Fact]
    public async Task A_lost_record_is_fetched_without_the_audio_that_is_still_there()
    {
        var options = Reader(Shared);
        await StoreAsync(Key, options: Writer(Shared));
        await FindAsync(Key, options);
        File.Delete(new StoreLayout(options.CachePath).Action(Key));
        File.Delete(
            Directory.EnumerateFiles(SharedLayout.Contents, "*", SearchOption.AllDirectories).MaxBy(file => new FileInfo(file).Length)!
        );

        (await FindAsync(Key, options)).ShouldNotBeNull().Source.ShouldBe(ClipSource.Remote);
    }

    [Fact]
    public async Task Wrong_bytes_are_a_miss_with_one_warning_and_replaced_when_the_clip_is_made_again()
    {
        var clip = await StoreAsync(Key, options: Writer(Shared));
        var path = SharedLayout.Content(clip.Record.AudioHash);
        var bytes = File.ReadAllBytes(path);
        bytes[999] ^= 1;
        File.WriteAllBytes(path, bytes);

        await using (var store = Open(Writer(Shared) with { CachePath = Path.Combine(Folder, "third") }))
        {
            (await store.FindAsync(Key, None)).ShouldBeNull();
            (await store.FindAudioAsync(clip.Record.AudioHash, None)).ShouldBeNull();
            var (record, wav) = Clips.Make(Key);
            await store.AddAsync(record, wav, None);
        }

        Codes.ShouldBe(["FHN3030"]);
        (await FindAsync(Key, Reader(Shared))).ShouldNotBeNull();
        Codes.ShouldBe(["FHN3030"]);
    }

    [Fact]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    public async Task An_entry_that_is_a_link_is_neither_read_nor_written_through()
    {
        var clip = await StoreAsync(Key, options: Writer(Shared));
        var precious = Path.Combine(Folder, ".bashrc");
        foreach (var path in new[] { SharedLayout.Content(clip.Record.AudioHash), SharedLayout.Action(Key) })
        {
            File.Move(path, precious, overwrite: true);
            File.CreateSymbolicLink(path, precious);
            (await FindAsync(Key, Reader(Shared, Path.GetFileName(path)[..8]))).ShouldBeNull();
            File.WriteAllText(precious, "precious");

            await StoreAsync(Key, options: Writer(Shared) with { CachePath = Path.Combine(Folder, "second") });

            File.ReadAllText(precious).ShouldBe("precious");
            (await FindAsync(Key, Reader(Shared, Path.GetFileName(path)[..9]))).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Git_LFS_pointers_are_reported_as_such()
    {
        await StoreAsync(Key, options: Writer(Shared));
        foreach (var file in Directory.EnumerateFiles(SharedLayout.Contents, "*", SearchOption.AllDirectories))
        {
            File.WriteAllText(
                file,
                $"version https://git-lfs.github.com/spec/v1\noid sha256:{Path.GetFileName(file)}\nsize {new FileInfo(file).Length}\n"
            );
        }

        (await FindAsync(Key, Reader(Shared))).ShouldBeNull();

        Findings.ShouldHaveSingleItem().Message.ShouldContain("git lfs pull");
    }

    [Fact]
    public async Task A_missing_folder_is_one_warning_for_a_reader_and_created_by_a_writer()
    {
        await using (var store = Open(Reader(Shared)))
        {
            (await store.FindAsync(Key, None)).ShouldBeNull();
            (await store.FindAsync(Clips.Key("b"), None)).ShouldBeNull();
        }

        Codes.ShouldBe(["FHN3011"]);
        await StoreAsync(Key, options: Writer(Shared));
        Directory.Exists(Shared).ShouldBeTrue();
    }

    [Fact]
    [Trait("Needs", "a Unix: mounts a small file system")]
    public async Task If_the_folder_is_full_clips_stay_in_the_local_cache_with_one_warning()
    {
        using var disk = new SmallDisk();
        disk.Fill();

        await using (var store = Open(Writer(disk.Path)))
        {
            for (var i = 0; i < 5; i++)
            {
                var (record, wav) = Clips.Make(Clips.Key($"{i}"));
                await store.AddAsync(record, wav, None);
            }
        }

        Codes.ShouldBe(["FHN3014"]);
        (await FindAsync(Clips.Key("4"), Writer(disk.Path) with { Remote = null })).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_design_time_build_leaves_the_shared_store_alone()
    {
        await StoreAsync(Key, options: Writer(Shared));

        (await FindAsync(Key, Reader(Shared) with { AllowNetwork = false })).ShouldBeNull();
    }

    [Fact]
    public async Task Three_writers_of_one_key_leave_one_complete_take()
    {
        var takes = new HashSet<string>();
        await Task.WhenAll(
            Enumerable
                .Range(1, 3)
                .Select(take =>
                    Task.Run(async () =>
                    {
                        var clip = await StoreAsync(Key, take, Writer(Shared) with { CachePath = Path.Combine(Folder, $"w{take}") });
                        lock (takes)
                        {
                            takes.Add(clip.Record.AudioHash);
                        }
                    })
                )
        );

        takes.ShouldContain((await FindAsync(Key, Reader(Shared))).ShouldNotBeNull().Record.AudioHash);
    }

    private List<(string, DateTime)> Snapshot() =>
        [
            .. Directory
                .EnumerateFiles(Shared, "*", SearchOption.AllDirectories)
                .Order()
                .Select(file => (file, File.GetLastWriteTimeUtc(file))),
        ];
}
