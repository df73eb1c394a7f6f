using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote;

/// <summary>A take can't be made again: what did not reach the store in one build must reach it in another.</summary>
public sealed class UnsharedTests : SharedStoreTest
{
    [Theory]
    [InlineData(500)]
    [InlineData(507)]
    [InlineData(403)]
    public async Task What_a_server_did_not_accept_is_offered_again_by_the_next_writing_build(int status)
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(status, "PUT");
        await StoreAsync(Key, options: Writer(server.Url));
        server.Content.ShouldNotContainKey($"/ac/{Key}");
        server.Fault = _ => Task.FromResult(false);
        Findings.Clear();

        await Open(Writer(server.Url)).DisposeAsync();

        (await FindAsync(Key, Reader(server.Url))).ShouldNotBeNull();
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_accepted_is_not_offered_again()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        server.Requests.Clear();

        await Open(Writer(server.Url)).DisposeAsync();

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_build_that_was_cancelled_leaves_its_uploads_to_the_next()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using (var build = new CancellationTokenSource())
        {
            await using var store = ClipStore.Open(Writer(server.Url), Findings.Enqueue, build.Token);
            var (record, wav) = Clips.Make(Key);
            await store.AddAsync(record, wav, None);
            await build.CancelAsync();
        }

        server.Fault = _ => Task.FromResult(false);
        await Open(Writer(server.Url)).DisposeAsync();

        server.Content.ShouldContainKey($"/ac/{Key}");
    }

    [Fact]
    public async Task The_latest_take_is_the_one_that_is_offered()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(507, "PUT");
        await StoreAsync(Key, take: 1, options: Writer(server.Url));
        var latest = await StoreAsync(Key, take: 2, options: Writer(server.Url));
        server.Fault = _ => Task.FromResult(false);

        await Open(Writer(server.Url)).DisposeAsync();

        (await FindAsync(Key, Reader(server.Url))).ShouldNotBeNull().Record.AudioHash.ShouldBe(latest.Record.AudioHash);
    }

    [Fact]
    public async Task Another_store_is_not_offered_what_was_made_for_this_one()
    {
        await using var server = await FaultServer.StartAsync();
        await using var other = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(507, "PUT");
        await StoreAsync(Key, options: Writer(server.Url));

        await Open(Writer(other.Url)).DisposeAsync();

        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clip_that_was_deleted_in_the_meantime_is_forgotten()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(507, "PUT");
        var clip = await StoreAsync(Key, options: Writer(server.Url));
        File.Delete(clip.Path);
        server.Requests.Clear();

        await Open(Writer(server.Url)).DisposeAsync();

        server.Requests.ShouldBeEmpty();
        Directory
            .EnumerateFiles(Path.Combine(Writer(server.Url).CachePath, "v1", "unshared"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }
}
