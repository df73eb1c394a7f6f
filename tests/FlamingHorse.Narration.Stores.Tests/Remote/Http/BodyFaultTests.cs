using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote.Http;

/// <summary>Answers that are a success by their status and not by what they hold.</summary>
[Collection(FailingStoreTest.HttpCollection)]
public sealed class BodyFaultTests : FailingStoreTest
{
    [Fact]
    public async Task A_body_that_is_cut_off_is_never_used()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        server.Fault = async context =>
        {
            // Keys that are not there are cut off as well: nothing that this server says is whole.
            var content = server.Content.GetValueOrDefault(context.Request.Path.Value!, new byte[500]);
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content.AsMemory(0, content.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };

        await ShouldGoOnWithoutAsync(server.Url, Bound);
    }

    [Fact]
    public async Task One_clip_that_is_cut_off_every_time_is_a_miss_and_the_others_are_fetched()
    {
        await using var server = await FaultServer.StartAsync();
        var clip = await StoreAsync(Key, options: Writer(server.Url));
        await StoreAsync(Clips.Key("other"), options: Writer(server.Url));
        var cuts = 0;
        server.Fault = async context =>
        {
            if (context.Request.Path != $"/cas/{clip.Record.AudioHash}")
            {
                return false;
            }

            cuts++;
            context.Response.ContentLength = clip.Record.AudioBytes;
            await context.Response.Body.WriteAsync(new byte[100]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };

        await using var store = Open(Reader(server.Url));

        (await store.FindAsync(Key, None)).ShouldBeNull();
        (await store.FindAsync(Clips.Key("other"), None)).ShouldNotBeNull();
        cuts.ShouldBe(3);
    }

    [Fact]
    public async Task A_shorter_body_than_the_action_says_is_a_miss()
    {
        await using var server = await FaultServer.StartAsync();
        var clip = await StoreAsync(Key, options: Writer(server.Url));
        server.Content[$"/cas/{clip.Record.AudioHash}"] = server.Content[$"/cas/{clip.Record.AudioHash}"][..^2];

        await using (var store = Open(Reader(server.Url)))
        {
            (await store.FindAsync(Key, None)).ShouldBeNull();
            (await store.FindAudioAsync(clip.Record.AudioHash, None)).ShouldBeNull();
        }

        Codes.ShouldBe(["FHN3030"]);
    }

    [Fact]
    public async Task An_endless_body_is_read_no_further_than_its_digest_says()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        long sent = 0;
        server.Fault = async context =>
        {
            if (!context.Request.Path.StartsWithSegments("/cas", StringComparison.Ordinal))
            {
                return false;
            }

            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested && sent < 200 << 20)
            {
                await context.Response.Body.WriteAsync(block);
                sent += block.Length;
            }

            return true;
        };

        (await FindAsync(Key, Reader(server.Url))).ShouldBeNull();

        Codes.ShouldBe(["FHN3030"]);
        sent.ShouldBeLessThan(50 << 20);
    }

    [Fact]
    public async Task An_empty_200_is_a_failure_not_an_answer()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(200, "GET");

        await ShouldGoOnWithoutAsync(server.Url, Bound);
    }

    [Fact]
    public async Task A_page_instead_of_an_action_is_a_miss()
    {
        await using var server = await FaultServer.StartAsync();
        server.Content[$"/ac/{Key}"] = "<html>Please log in to this network.</html>"u8.ToArray();

        (await FindAsync(Key, Reader(server.Url))).ShouldBeNull();

        Codes.ShouldBe(["FHN3030"]);
    }

    [Fact]
    public async Task An_entry_of_another_segment_is_a_miss_with_one_warning()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        var others = new[] { Clips.Key("b"), Clips.Key("c") };
        foreach (var other in others)
        {
            server.Content[$"/ac/{other}"] = server.Content[$"/ac/{Key}"];
        }

        await using (var store = Open(Reader(server.Url)))
        {
            (await store.FindAsync(others[0], None)).ShouldBeNull();
            (await store.FindAsync(others[1], None)).ShouldBeNull();
            (await store.FindAsync(Key, None)).ShouldNotBeNull();
        }

        Codes.ShouldBe(["FHN3013"]);
    }

    [Fact]
    public async Task A_path_in_an_answer_creates_no_file()
    {
        await using var server = await FaultServer.StartAsync();
        var (record, wav) = Clips.Make(Key);
        await StoreAsync(Key, options: Writer(server.Url));
        var action = System.Text.Encoding.UTF8.GetString(server.Content[$"/ac/{Key}"]);
        server.Content[$"/ac/{Key}"] = System.Text.Encoding.UTF8.GetBytes(
            action.Replace("audio.wav", "../../../../evil.wav", StringComparison.Ordinal)
        );

        (await FindAsync(Key, Reader(server.Url))).ShouldBeNull();

        Directory.EnumerateFiles(Folder, "evil*", SearchOption.AllDirectories).ShouldBeEmpty();
        File.Exists(new StoreLayout(Reader(server.Url).CachePath).Content(record.AudioHash)).ShouldBeFalse();
        wav.ShouldNotBeEmpty();
    }
}
