using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class StandInTests : StoreTest
{
    private static readonly string _lost = Clips.Key("lost").Hex;

    [Fact]
    public async Task A_clip_is_found_in_the_place_of_another()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        var store = Store();
        store.FindStandIn(_lost).ShouldBeNull();

        store.AddStandIn(_lost, clip.Record.AudioHash);

        Store().FindStandIn(_lost).ShouldBe(clip.Path);
        Store().FindStandIn(clip.Record.AudioHash).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_note_that_leads_to_no_clip_is_ignored(string note)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Layout.StandIn(_lost))!);
        File.WriteAllText(Layout.StandIn(_lost), note);

        Store().FindStandIn(_lost).ShouldBeNull();
    }

    [Fact]
    public async Task A_note_that_cannot_be_written_or_read_costs_nothing_but_the_clip()
    {
        var clip = await StoreAsync(Clips.Key("a"));
        // A folder where the note should be.
        Directory.CreateDirectory(Path.Combine(Layout.StandIn(_lost), "in the way"));

        Store().AddStandIn(_lost, clip.Record.AudioHash);

        Store().FindStandIn(_lost).ShouldBeNull();
    }

    private LocalStore Store() => new(Layout, new StoreWarnings(Findings.Enqueue));
}
