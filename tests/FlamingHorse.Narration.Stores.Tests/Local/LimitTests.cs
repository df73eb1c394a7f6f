using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

/// <summary>What leaves a cache that has a limit, and what never does.</summary>
public sealed class LimitTests : StoreTest
{
    private const double Kilobyte = 1.0 / (1 << 20);

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

    private async Task NoteAsync(string lockPath, StoredClip clip)
    {
        await using var store = Open();
        store.NoteNamed(lockPath, [clip.Record.AudioHash]);
    }
}
