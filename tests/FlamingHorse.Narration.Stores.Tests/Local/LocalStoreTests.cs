using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class LocalStoreTests : StoreTest
{
    private static readonly ActionKey Key = Clips.Key("welcome");

    /// <summary>Windows' own limit was 260 characters.</summary>
    [Fact]
    public async Task A_cache_in_a_folder_of_a_very_long_name_works()
    {
        var options = Options with { CachePath = Path.Combine([Folder, .. Enumerable.Repeat(new string('d', 60), 6)]) };

        await StoreAsync(Clips.Key("deep"), options: options);

        (await FindAsync(Clips.Key("deep"), options)).ShouldNotBeNull().Path.Length.ShouldBeGreaterThan(400);
    }

    [Fact]
    public async Task What_was_stored_is_found_by_another_build()
    {
        var (record, wav) = Clips.Make(Key);
        await StoreAsync(Key);

        var found = (await FindAsync(Key)).ShouldNotBeNull();

        found.Source.ShouldBe(ClipSource.Local);
        File.ReadAllBytes(found.Path).ShouldBe(wav);
        found.Record.ShouldBe(record with { Engine = found.Record.Engine, Flags = found.Record.Flags });
        found.Record.Engine.ShouldBe(record.Engine);
        found.Record.Flags.ShouldBe(record.Flags);
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_never_stored_is_a_miss_and_creates_no_file()
    {
        (await FindAsync(Key)).ShouldBeNull();

        Directory.Exists(Cache).ShouldBeFalse();
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_take_of_a_key_is_found_and_the_earlier_one_stays_reachable_by_its_hash()
    {
        var first = await StoreAsync(Key, take: 1);
        var second = await StoreAsync(Key, take: 2);

        await using var store = Open();

        (await store.FindAsync(Key, None)).ShouldNotBeNull().Record.AudioHash.ShouldBe(second.Record.AudioHash);
        (await store.FindAudioAsync(first.Record.AudioHash, None)).ShouldNotBeNull().Path.ShouldBe(first.Path);
    }

    [Fact]
    public async Task A_clip_with_a_copy_elsewhere_is_not_read_and_one_that_is_missing_or_of_another_size_is_still_noticed()
    {
        var clip = await StoreAsync(Key);
        var bytes = File.ReadAllBytes(clip.Path);
        var copies = new Dictionary<string, long> { [clip.Record.AudioHash] = bytes.Length };
        File.WriteAllBytes(clip.Path, [.. bytes[..^1], (byte)~bytes[^1]]);
        await using (var store = Open(new() { CachePath = Cache, Copies = copies }))
        {
            (await store.FindAudioAsync(clip.Record.AudioHash, None)).ShouldNotBeNull().Path.ShouldBe(clip.Path);
            (await store.FindAsync(Key, None)).ShouldBeNull("a take is always verified");
        }

        await StoreAsync(Key);
        File.WriteAllBytes(clip.Path, bytes[..^2]);
        await using (var store = Open(new() { CachePath = Cache, Copies = copies }))
        {
            (await store.FindAudioAsync(clip.Record.AudioHash, None)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_clip_that_changes_after_it_was_checked_is_not_served_again()
    {
        var clip = await StoreAsync(Key);
        var store = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue));
        store.FindAudio(clip.Record.AudioHash).ShouldNotBeNull();
        store.FindAudio(clip.Record.AudioHash).ShouldNotBeNull();

        File.WriteAllBytes(clip.Path, File.ReadAllBytes(clip.Path)[..^2]);

        store.FindAudio(clip.Record.AudioHash).ShouldBeNull();
        store.Find(Key).ShouldBeNull();
        File.Exists(clip.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_store_that_is_only_read_leaves_times_and_files_as_they_are()
    {
        var clip = await StoreAsync(Key);
        var corrupt = await StoreAsync(Clips.Key("corrupt"));
        File.WriteAllText(corrupt.Path, "corrupt");
        var longAgo = DateTime.UtcNow.AddDays(-40);
        foreach (var file in Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, longAgo);
        }

        var store = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue), isReadOnly: true);
        store.Find(Key).ShouldNotBeNull().Path.ShouldBe(clip.Path);
        store.Find(Clips.Key("corrupt")).ShouldBeNull();
        var (record, wav) = Clips.Make(Clips.Key("new"));
        store.Add(record, ClipMeta.ToJson(record), wav, isDurable: false).ShouldBeNull();

        var files = Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories).ToList();
        files.ShouldContain(corrupt.Path);
        files.ShouldAllBe(file => File.GetLastWriteTimeUtc(file) == longAgo);
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Entries_lie_where_the_layout_says()
    {
        var clip = await StoreAsync(Key);

        clip.Path.ShouldBe(Path.Combine(Cache, "v1", "cas", clip.Record.AudioHash[..2], clip.Record.AudioHash));
        var action = File.ReadAllText(Path.Combine(Cache, "v1", "ac", Key.Hex[..2], Key.Hex + ".json"));
        action.ShouldStartWith(
            """{"outputFiles":[{"path":"audio.wav","digest":{"hash":"%""".Replace("%", clip.Record.AudioHash, StringComparison.Ordinal)
                + $"\",\"sizeBytes\":\"{clip.Record.AudioBytes}\"}}}},{{\"path\":\"meta.json\",\"digest\":{{\"hash\":\""
        );
        action.ShouldEndWith("""}],"exitCode":0}""");
    }

    [Fact]
    [Trait("Needs", "a Unix: its folders have a mode")]
    public async Task Folders_are_for_this_user_alone()
    {
        var clip = await StoreAsync(Key);
        var store = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue));
        store.AddStandIn(Clips.Key("meant").Hex, clip.Record.AudioHash);
        new NamedTakes(Layout).Note("/lesson/narration.lock.json", [clip.Record.AudioHash]);
        File.WriteAllText(clip.Path, "corrupt");
        store.FindAudio(clip.Record.AudioHash).ShouldBeNull();

        var folders = new[]
        {
            Cache,
            Layout.Named,
            Layout.Quarantine,
            Path.GetDirectoryName(Layout.StandIn(Clips.Key("meant").Hex))!,
            Layout.Version,
            Layout.Contents,
            Path.GetDirectoryName(clip.Path)!,
            Path.GetDirectoryName(Layout.Action(Key))!,
        };
        foreach (var folder in folders)
        {
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("0123")]
    public async Task A_name_that_is_not_a_hash_is_a_miss(string name)
    {
        await using var store = Open();

        (await store.FindAsync(new ActionKey(name), None)).ShouldBeNull();
        (await store.FindAudioAsync(name, None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_record_that_does_not_describe_its_bytes_is_not_stored()
    {
        var (record, wav) = Clips.Make(Key);
        await using var store = Open();

        await Should.ThrowAsync<ArgumentException>(async () =>
            await store.AddAsync(record with { SampleCount = record.SampleCount - 1 }, wav, None)
        );
        await Should.ThrowAsync<ArgumentException>(async () => await store.AddAsync(record, wav.AsMemory(0, wav.Length - 2), None));

        (await store.FindAsync(Key, None)).ShouldBeNull();
    }

    [Fact]
    public void What_this_build_stored_counts_as_used_and_is_not_read_again()
    {
        var store = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue));
        var (record, wav) = Clips.Make(Key);
        var meta = ClipMeta.ToJson(record);

        var path = store.Add(record, meta, wav, isDurable: false).ShouldNotBeNull();

        store.HasWritten.ShouldBeTrue();
        store.Used.ShouldBe([path, Layout.Content(Digest.HashOf(meta)), Layout.Action(Key)], ignoreOrder: true);
        // Other bytes of the same length would be noticed by whoever reads them.
        File.WriteAllBytes(path, new byte[wav.Length]);
        store.FindAudio(record.AudioHash).ShouldNotBeNull().Shape.ShouldBe(new WavShape(record.SampleRate, record.SampleCount));
    }

    [Fact]
    public async Task No_unfinished_file_remains_after_a_build()
    {
        for (var i = 0; i < 20; i++)
        {
            await StoreAsync(Clips.Key($"{i}"));
        }

        Directory.EnumerateFiles(Cache, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.EnumerateFiles(Layout.Contents, "*", SearchOption.AllDirectories).Count().ShouldBe(40);
        Directory.EnumerateFiles(Layout.Actions, "*", SearchOption.AllDirectories).Count().ShouldBe(20);
    }

    [Fact]
    [Trait("Needs", "a file system of Windows or Linux: wine opens files several times as slowly")]
    public async Task Ten_thousand_lookups_would_take_a_few_seconds()
    {
        var count = IsSoak ? 10_000 : 1_000;
        var keys = Enumerable.Range(0, count).Select(i => Clips.Key($"{i}")).ToList();
        var disk = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue));
        foreach (var key in keys)
        {
            // Written without the flush to disk, which is not what is measured.
            var (record, wav) = Clips.Make(key, samples: 500);
            var meta = ClipMeta.ToJson(record);
            WriteRaw(Layout.Content(record.AudioHash), wav);
            WriteRaw(Layout.Content(Digest.HashOf(meta)), meta);
            WriteRaw(Layout.Action(key), new ActionResult(Digest.Of(wav), Digest.Of(meta)).ToJson());
        }

        // What the first calls cost is the runtime's compiler.
        var warm = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue));
        keys.Take(200).Count(key => warm.Find(key) is not null).ShouldBe(200);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = keys.Count(key => disk.Find(key) is not null);
        var first = watch.Elapsed;
        found.ShouldBe(count);
        watch.Restart();
        keys.Count(key => disk.Find(key) is not null).ShouldBe(count);
        Console.WriteLine($"{count:N0} lookups: {first.TotalMilliseconds:0} ms at first use, {watch.ElapsedMilliseconds} ms once verified");

        (first / count * 10_000).ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(20)));
    }

    private static void WriteRaw(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
