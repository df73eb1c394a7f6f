using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Local;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class EntryFileTests : StoreTest
{
    [Theory]
    [InlineData(0, 10, false)]
    [InlineData(1, 10, true)]
    [InlineData(10, 10, true)]
    [InlineData(11, 10, false)]
    public void A_file_is_read_when_it_holds_something_and_no_more_than_it_may(int size, long most, bool isPlain) =>
        EntryFile.IsPlain(Written(size), most).ShouldBe(isPlain);

    [Fact]
    public void A_folder_is_not_an_entry() => EntryFile.IsPlain(EntryFile.Look(Folder).ShouldNotBeNull(), long.MaxValue).ShouldBeFalse();

    [Fact]
    public void A_missing_file_is_not_an_entry() => EntryFile.Look(Path.Combine(Folder, "nothing")).ShouldBeNull();

    [Fact]
    public void A_file_that_grew_or_shrank_since_it_was_looked_at_is_not_read()
    {
        var file = Written(10);
        _ = file.Length;
        EntryFile.ReadAll(file).ShouldBe(File.ReadAllBytes(file.FullName));

        File.AppendAllText(file.FullName, "x");
        EntryFile.ReadAll(file).ShouldBeNull();

        File.WriteAllBytes(file.FullName, new byte[9]);
        EntryFile.ReadAll(file).ShouldBeNull();
    }

    [Fact]
    public void A_file_is_identified_by_all_its_bytes()
    {
        var (record, wav) = Clips.Make(Clips.Key("a"));
        var file = Written(0);
        File.WriteAllBytes(file.FullName, wav);
        file.Refresh();

        EntryFile.Inspect(file).ShouldBe((record.AudioHash, new WavShape(record.SampleRate, record.SampleCount)));

        File.WriteAllBytes(file.FullName, new byte[100]);
        file.Refresh();
        EntryFile.Inspect(file).ShouldBe((Digest.HashOf(new byte[100]), null));
    }

    private FileInfo Written(int size)
    {
        var path = Path.Combine(Folder, "entry");
        File.WriteAllBytes(path, [.. Enumerable.Range(1, size).Select(i => (byte)i)]);
        return EntryFile.Look(path).ShouldNotBeNull();
    }
}
