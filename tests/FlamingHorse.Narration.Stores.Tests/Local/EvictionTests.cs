using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class EvictionTests : StoreTest
{
    private static readonly DateTime _longAgo = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly HashSet<string> _none = new(StringComparer.Ordinal);

    [Fact]
    public void A_cache_as_large_as_its_limit_loses_nothing_and_one_byte_more_costs_one_file()
    {
        var (old, young) = (Content("old", _longAgo, size: 100), Content("young", _longAgo.AddDays(1), size: 100));

        Evict(limit: 200).ShouldBe((0, 0));
        File.Exists(old).ShouldBeTrue();

        Evict(limit: 199).ShouldBe((0, 0), "no lock names what was removed");
        File.Exists(old).ShouldBeFalse();
        File.Exists(young).ShouldBeTrue();
    }

    [Fact]
    public void Removing_stops_as_soon_as_the_rest_fits()
    {
        var files = Enumerable.Range(0, 4).Select(i => Content($"{i}", _longAgo.AddDays(i), size: 100)).ToList();

        Evict(limit: 200);

        files.Select(File.Exists).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void Of_equal_age_an_action_is_removed_before_content()
    {
        var content = Content("content", _longAgo, size: 100);
        var action = Layout.Action(Clips.Key("action"));
        Put(action, _longAgo, size: 100);

        Evict(limit: 100);

        File.Exists(action).ShouldBeFalse();
        File.Exists(content).ShouldBeTrue();
    }

    [Fact]
    public void Where_a_file_is_kept_younger_files_are_removed_in_its_place()
    {
        var (kept, next, last) = (
            Content("kept", _longAgo, size: 100),
            Content("next", _longAgo.AddDays(1), size: 100),
            Content("last", _longAgo.AddDays(2), size: 100)
        );

        new CacheEviction(Layout).Evict(200, path => path == kept, _none);

        new[] { kept, next, last }.Select(File.Exists).ShouldBe([true, false, true]);
    }

    [Fact]
    public async Task Takes_that_locks_name_are_counted_by_their_clips_and_by_all_their_bytes()
    {
        var named = await StoreAsync(Clips.Key("named"));
        await StoreAsync(Clips.Key("another"));
        var action = ActionResult.Parse(File.ReadAllBytes(Layout.Action(Clips.Key("named")))).ShouldNotBeNull();
        var bytes = named.Record.AudioBytes + action.Meta.Size + new FileInfo(Layout.Action(Clips.Key("named"))).Length;

        new CacheEviction(Layout).Evict(0, _ => false, new HashSet<string> { named.Record.AudioHash }).ShouldBe((1, bytes));

        Directory.EnumerateFiles(Layout.Contents, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.EnumerateFiles(Layout.Actions, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_cache_that_does_not_exist_is_within_every_limit() => Evict(limit: 0).ShouldBe((0, 0));

    private (int Clips, long Bytes) Evict(long limit) => new CacheEviction(Layout).Evict(limit, _ => false, _none);

    private string Content(string name, DateTime time, int size)
    {
        var path = Layout.Content(Clips.Key(name).Hex);
        Put(path, time, size);
        return path;
    }

    private static void Put(string path, DateTime time, int size)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[size]);
        File.SetLastWriteTimeUtc(path, time);
    }
}
