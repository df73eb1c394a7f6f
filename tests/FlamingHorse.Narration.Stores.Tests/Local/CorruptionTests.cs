using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Stores.Tests.Support;
using static FlamingHorse.Narration.Stores.Tests.Support.Damage;

namespace FlamingHorse.Narration.Stores.Tests.Local;

public sealed class CorruptionTests : StoreTest
{
    private static readonly ActionKey Key = Clips.Key("welcome");

    [Fact]
    public async Task A_truncated_clip_is_a_miss_and_goes_to_quarantine()
    {
        var clip = await StoreAsync(Key);
        Truncate(clip.Path, 1_000);

        await ShouldBeAMissWithOneWarningAsync(clip.Record.AudioHash);

        Directory.EnumerateFiles(Layout.Quarantine).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_flipped_bit_is_a_miss()
    {
        var clip = await StoreAsync(Key);
        FlipBit(clip.Path, 12_345);

        await ShouldBeAMissWithOneWarningAsync(clip.Record.AudioHash);
    }

    [Fact]
    public async Task An_empty_file_is_a_miss()
    {
        var clip = await StoreAsync(Key);
        Truncate(clip.Path, 0);

        await ShouldBeAMissWithOneWarningAsync(clip.Record.AudioHash);
    }

    [Fact]
    public async Task A_file_with_trailing_bytes_is_a_miss()
    {
        var clip = await StoreAsync(Key);
        File.AppendAllText(clip.Path, "x");

        await ShouldBeAMissWithOneWarningAsync(clip.Record.AudioHash);
    }

    [Fact]
    public async Task An_action_whose_audio_is_gone_is_a_miss_without_a_warning_and_heals()
    {
        var clip = await StoreAsync(Key);
        File.Delete(clip.Path);

        (await FindAsync(Key)).ShouldBeNull();
        Findings.ShouldBeEmpty();

        await StoreAsync(Key, take: 2);
        (await FindAsync(Key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_action_whose_record_is_gone_is_a_miss_and_heals()
    {
        await StoreAsync(Key);
        var action = ActionResult.Parse(File.ReadAllBytes(Layout.Action(Key))).ShouldNotBeNull();
        File.Delete(Layout.Content(action.Meta.Hash));

        (await FindAsync(Key)).ShouldBeNull();
        Findings.ShouldBeEmpty();
        await StoreAsync(Key);
        (await FindAsync(Key)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"outputFiles\":3}")]
    [InlineData("{\"outputFiles\":[{\"path\":\"audio.wav\"}]}")]
    [InlineData("{\"outputFiles\":[],\"exitCode\":0}")]
    [InlineData("{\"outputFiles\":[{\"path\":\"audio.wav\",\"digest\":{\"hash\":\"../../../../../../etc/passwd\",\"sizeBytes\":\"1\"}}]}")]
    [InlineData("{\"outputFiles\":[{\"path\":\"audio.wav\",\"digest\":{\"hash\":7,\"sizeBytes\":\"x\"}}],\"exitCode\":99999999999}")]
    public async Task Garbage_in_an_actions_place_is_a_miss_and_heals(string garbage)
    {
        await StoreAsync(Key);
        File.WriteAllText(Layout.Action(Key), garbage);

        (await FindAsync(Key)).ShouldBeNull();
        Codes.ShouldBe(["FHN3009"]);
        await StoreAsync(Key);
        (await FindAsync(Key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_action_of_another_key_is_a_miss()
    {
        await StoreAsync(Key);
        var other = Clips.Key("other");
        Directory.CreateDirectory(Path.GetDirectoryName(Layout.Action(other))!);
        File.Copy(Layout.Action(Key), Layout.Action(other));

        (await FindAsync(other)).ShouldBeNull();

        Codes.ShouldBe(["FHN3009"]);
        (await FindAsync(Key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Audio_that_is_not_a_clip_is_not_returned_even_when_its_hash_is_right()
    {
        var mp3 = "ID3 and so on, long enough to hold a header of forty-four bytes and more"u8.ToArray();
        var path = Layout.Content(Digest.HashOf(mp3));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, mp3);

        await using (var store = Open())
        {
            (await store.FindAudioAsync(Digest.HashOf(mp3), None)).ShouldBeNull();
        }

        Codes.ShouldBe(["FHN3009"]);
    }

    [Fact]
    public async Task A_record_whose_length_is_not_the_audios_is_a_miss()
    {
        var (record, wav) = Clips.Make(Key);
        await StoreAsync(Key);
        var lie = ClipMeta.ToJson(record with { SampleCount = record.SampleCount + 1 });
        Write(Layout.Content(Digest.HashOf(lie)), lie);
        Write(Layout.Action(Key), new ActionResult(Digest.Of(wav), Digest.Of(lie)).ToJson());

        (await FindAsync(Key)).ShouldBeNull();

        Codes.ShouldBe(["FHN3009"]);
    }

    /// <summary>The aim is 10,000 corruptions and not one bad clip used.</summary>
    [Fact]
    public async Task No_corruption_anywhere_in_the_store_ever_gives_other_bytes()
    {
        var random = new Random(1);
        var keys = Enumerable.Range(0, 40).Select(i => Clips.Key($"{i}")).ToList();
        var good = new Dictionary<ActionKey, string>();
        foreach (var key in keys)
        {
            good[key] = (await StoreAsync(key)).Record.AudioHash;
        }

        var injected = 0;
        var bad = 0;
        var misses = 0;
        for (var rounds = Soak.Rounds(400, 10_000); injected < rounds; )
        {
            var files = Directory
                .EnumerateFiles(Layout.Contents, "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Layout.Actions, "*", SearchOption.AllDirectories))
                .Order()
                .ToList();
            foreach (var file in files.OrderBy(_ => random.Next()).Take(10))
            {
                Corrupt(file, random);
                injected++;
            }

            await using var store = Open();
            foreach (var key in keys)
            {
                if (await store.FindAsync(key, None) is { } found)
                {
                    bad += Digest.HashOf(File.ReadAllBytes(found.Path)) == good[key] ? 0 : 1;
                    continue;
                }

                misses++;
                var (record, wav) = Clips.Make(key);
                await store.AddAsync(record, wav, None);
            }
        }

        Soak.Record("corruptions of a store", $"{injected:N0} injected, {misses:N0} misses made again, {bad} bad clips used");
        bad.ShouldBe(0);
        misses.ShouldBeGreaterThan(injected / 4);
        Codes.ShouldAllBe(code => code == "FHN3009");
        foreach (var key in keys)
        {
            (await FindAsync(key)).ShouldNotBeNull();
        }
    }

    private async Task ShouldBeAMissWithOneWarningAsync(string hash)
    {
        await using (var store = Open())
        {
            (await store.FindAsync(Key, None)).ShouldBeNull();
            (await store.FindAudioAsync(hash, None)).ShouldBeNull();
        }

        Codes.ShouldBe(["FHN3009"]);

        await StoreAsync(Key);
        (await FindAsync(Key)).ShouldNotBeNull();
        Codes.ShouldBe(["FHN3009"]);
    }

    private static void Corrupt(string file, Random random)
    {
        var length = new FileInfo(file).Length;
        switch (random.Next(6))
        {
            case 0:
                Truncate(file, random.NextInt64(length));
                break;
            case 1:
                Truncate(file, 0);
                break;
            case 2:
                File.Delete(file);
                break;
            case 3:
                File.AppendAllBytes(file, [0]);
                break;
            case 4:
                Zero(file, random.NextInt64(length));
                break;
            default:
                FlipBit(file, random.NextInt64(length));
                break;
        }
    }

    private static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
