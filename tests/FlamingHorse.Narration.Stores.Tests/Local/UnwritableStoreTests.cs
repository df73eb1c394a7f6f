using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

/// <summary>A cache in which a file stands where a folder is needed.</summary>
public sealed class UnwritableStoreTests : StoreTest
{
    private static readonly ActionKey Key = Clips.Key("welcome");

    [Fact]
    public async Task An_entry_that_cannot_be_moved_away_stays_a_miss()
    {
        var clip = await StoreAsync(Key);
        File.WriteAllText(clip.Path, "corrupt");
        File.WriteAllText(Layout.Quarantine, "no folder");

        (await FindAsync(Key)).ShouldBeNull();

        File.ReadAllText(clip.Path).ShouldBe("corrupt");
        Codes.ShouldBe(["FHN3009"]);
    }

    [Fact]
    public async Task A_stand_in_that_cannot_be_noted_is_not_found()
    {
        var clip = await StoreAsync(Key);
        var meant = Clips.Key("meant").Hex;
        var folder = Path.GetDirectoryName(Layout.StandIn(meant))!;
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        File.WriteAllText(folder, "no folder");
        var store = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue));

        store.AddStandIn(meant, clip.Record.AudioHash);

        store.FindStandIn(meant).ShouldBeNull();
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_cache_that_cannot_be_written_says_so_once_and_is_not_tried_again()
    {
        File.WriteAllText(Cache, "no folder");
        var store = new LocalStore(Layout, new StoreWarnings(Findings.Enqueue));
        var (record, wav) = Clips.Make(Key);

        store.Add(record, ClipMeta.ToJson(record), wav, isDurable: false).ShouldBeNull();
        File.Delete(Cache);
        store.Add(record, ClipMeta.ToJson(record), wav, isDurable: false).ShouldBeNull();

        Directory.Exists(Cache).ShouldBeFalse();
        store.HasWritten.ShouldBeFalse();
        store.Used.ShouldBeEmpty();
        Codes.ShouldBe(["FHN3010"]);
    }
}
