using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Stores.Tests.Support;
using static FlamingHorse.Narration.Stores.Tests.Support.Damage;

namespace FlamingHorse.Narration.Stores.Tests.Local;

/// <summary>Where corrupt entries go, and what is said of them.</summary>
public sealed class QuarantineTests : StoreTest
{
    private static readonly ActionKey Key = Clips.Key("welcome");

    [Fact]
    public async Task Many_corrupt_entries_are_one_warning_with_their_number()
    {
        var keys = Enumerable.Range(0, 7).Select(i => Clips.Key($"{i}")).ToList();
        foreach (var key in keys)
        {
            FlipBit((await StoreAsync(key)).Path, 3_000);
        }

        await using (var store = Open())
        {
            foreach (var key in keys)
            {
                (await store.FindAsync(key, None)).ShouldBeNull();
            }
        }

        Findings.ShouldHaveSingleItem().Message.ShouldStartWith("7 entries");
    }

    [Theory]
    [InlineData(0, "2 entries of the narration cache were corrupt and moved to", "quarantine'.")]
    [InlineData(1, "2 entries of the narration cache were corrupt and moved to", "quarantine', except 1 that could not be moved.")]
    [InlineData(2, "2 entries of the narration cache were corrupt and could not be moved to", "quarantine'.")]
    public async Task The_warning_says_what_could_not_be_moved(int unmoved, string start, string except)
    {
        ActionKey[] keys = [Clips.Key("first"), Clips.Key("second")];
        foreach (var key in keys)
        {
            FlipBit((await StoreAsync(key)).Path, 3_000);
        }

        await using (var store = Open())
        {
            foreach (var (i, key) in keys.Index())
            {
                if (i == keys.Length - unmoved)
                {
                    Block();
                }

                (await store.FindAsync(key, None)).ShouldBeNull();
            }
        }

        var message = Findings.ShouldHaveSingleItem().Message;
        message.ShouldStartWith(start);
        message.ShouldContain(except);

        // A file where the folder belongs.
        void Block()
        {
            if (Directory.Exists(Layout.Quarantine))
            {
                Directory.Delete(Layout.Quarantine, recursive: true);
            }

            File.WriteAllText(Layout.Quarantine, "");
        }
    }

    [Fact]
    public async Task A_reader_that_may_change_nothing_leaves_a_corrupt_entry_where_it_is()
    {
        var clip = await StoreAsync(Key);
        FlipBit(clip.Path, 3_000);

        (await FindAsync(Key, Options with { IsReadOnly = true })).ShouldBeNull();

        File.Exists(clip.Path).ShouldBeTrue();
        Directory.Exists(Layout.Quarantine).ShouldBeFalse();
    }
}
