using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote;

/// <summary>A clip that was spoken again and serves on this machine in the place of one that is nowhere within reach.</summary>
public sealed class StandInTests : SharedStoreTest
{
    private string Shared => Path.Combine(Folder, "shared");

    [Fact]
    public async Task It_is_found_under_the_hash_that_it_stands_in_for_and_is_never_shared()
    {
        Directory.CreateDirectory(Shared);
        var meant = Clips.Make(Key, take: 1);
        var spoken = Clips.Make(Key);
        await using (var store = Open(Writer(Shared)))
        {
            await store.AddAsync(spoken.Record with { StandsFor = meant.Record.AudioHash }, spoken.Wav, None);
        }

        await using (var again = Open(Writer(Shared)))
        {
            var (path, source) = (await again.FindAudioAsync(meant.Record.AudioHash, None)).ShouldNotBeNull();
            source.ShouldBe(ClipSource.StandIn);
            (await File.ReadAllBytesAsync(path)).ShouldBe(spoken.Wav);
            (await again.FindAsync(Key, None)).ShouldNotBeNull().Record.StandsFor.ShouldBe(meant.Record.AudioHash);
        }

        (await FindAsync(Key, Reader(Shared))).ShouldBeNull();
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_take_itself_is_preferred_as_soon_as_a_store_has_it()
    {
        var meant = Clips.Make(Key, take: 1);
        var spoken = Clips.Make(Key);
        await using (var store = Open(Reader(Shared)))
        {
            await store.AddAsync(spoken.Record with { StandsFor = meant.Record.AudioHash }, spoken.Wav, None);
        }

        await using (var other = Open(Writer(Shared)))
        {
            await other.AddAsync(meant.Record, meant.Wav, None);
        }

        await using var again = Open(Reader(Shared));
        var (path, source) = (await again.FindAudioAsync(meant.Record.AudioHash, None)).ShouldNotBeNull();
        source.ShouldBe(ClipSource.Remote);
        (await File.ReadAllBytesAsync(path)).ShouldBe(meant.Wav);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no hash")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public async Task A_note_that_leads_nowhere_is_a_miss(string note)
    {
        var hash = Clips.Make(Key).Record.AudioHash;
        var path = new StoreLayout(Cache).StandIn(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, note);

        await using var store = Open();
        (await store.FindAudioAsync(hash, None)).ShouldBeNull();
    }
}
