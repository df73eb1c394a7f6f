using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class NamedTakesTests : StoreTest
{
    private static readonly string _a = Clips.Key("a").Hex;
    private static readonly string _b = Clips.Key("b").Hex;

    private NamedTakes Named => new(Layout);

    [Fact]
    public void Without_a_list_no_take_is_named_and_without_a_cache_no_list_is_started()
    {
        Named.Begin(isNew: true);

        Named.ReadAll().ShouldBeEmpty();
        Directory.Exists(Layout.Version).ShouldBeFalse();
    }

    [Fact]
    public async Task Takes_of_a_new_cache_start_unnamed_and_those_of_an_older_one_start_named()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        Directory.Delete(Layout.Named, recursive: true);

        Named.Begin(isNew: true);
        Named.ReadAll().ShouldBeEmpty();

        Directory.Delete(Layout.Named, recursive: true);
        File.WriteAllText(clip.Path + ".tmp", "half a clip");
        Named.Begin(isNew: false);
        Named.ReadAll().ShouldContain(clip.Record.AudioHash);
        Named.ReadAll().All(name => name.Length == 64).ShouldBeTrue();
    }

    [Fact]
    public void A_list_is_started_once()
    {
        Directory.CreateDirectory(Layout.Version);
        Named.Begin(isNew: false);
        Put(Layout.Content(_a));

        Named.Begin(isNew: false);

        Named.ReadAll().ShouldBeEmpty("what came later was put there by this package");
    }

    [Fact]
    public void What_a_lock_named_once_stays_named_and_each_lock_has_its_own_list()
    {
        Named.Note("/lesson/narration.lock.json", [_a, "no hash"]);
        Named.Note("/lesson/narration.lock.json", [_b]);
        Named.ReadAll().ShouldBe([_a, _b], ignoreOrder: true);

        Named.Note("/other/narration.lock.json", [_a]);

        Directory.EnumerateFiles(Layout.Named).Count().ShouldBe(2);
        Named.ReadAll().ShouldBe([_a, _b], ignoreOrder: true);
    }

    [Fact]
    public void A_list_that_gains_nothing_is_not_written_again()
    {
        Named.Note("/lesson/narration.lock.json", [_a, _b]);
        var list = Directory.EnumerateFiles(Layout.Named).ShouldHaveSingleItem();
        File.ReadAllLines(list)[0].ShouldBe("/lesson/narration.lock.json");
        var longAgo = DateTime.UtcNow.AddDays(-3);
        File.SetLastWriteTimeUtc(list, longAgo);

        Named.Note("/lesson/narration.lock.json", [_b]);

        File.GetLastWriteTimeUtc(list).ShouldBe(longAgo);
    }

    private static void Put(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "audio");
    }
}
