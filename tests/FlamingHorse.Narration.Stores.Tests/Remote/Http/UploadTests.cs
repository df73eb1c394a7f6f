using System.Diagnostics;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Remote;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote.Http;

/// <summary>What waits for a server, and what does not.</summary>
[Collection(FailingStoreTest.HttpCollection)]
public sealed class UploadTests : FailingStoreTest
{
    [Fact]
    public async Task Making_clips_never_waits_for_their_upload()
    {
        await using var server = await FaultServer.StartAsync();
        using var release = new SemaphoreSlim(0);
        server.Fault = async _ =>
        {
            await release.WaitAsync();
            return false;
        };

        var store = Open(Writer(server.Url));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 50; i++)
        {
            var (record, wav) = Clips.Make(Clips.Key($"{i}"));
            await store.AddAsync(record, wav, None);
        }

        watch.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(5)));
        server.Content.ShouldBeEmpty();
        release.Release(10_000);
        await store.DisposeAsync();
        server.Content.Keys.Count(path => path.StartsWith("/ac/", StringComparison.Ordinal)).ShouldBe(50);
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Uploads_are_not_waited_for_when_the_build_was_cancelled()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using var build = new CancellationTokenSource();
        var store = ClipStore.Open(Writer(server.Url), Findings.Enqueue, build.Token);
        var (record, wav) = Clips.Make(Key);
        await store.AddAsync(record, wav, None);

        await build.CancelAsync();
        var watch = Stopwatch.StartNew();
        await store.DisposeAsync();

        watch.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(2)));
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_that_was_cancelled_while_it_made_the_folders_does_not_keep_the_next_from_making_them()
    {
        await using var server = await FaultServer.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hasFolder = false;
        server.Fault = async context =>
        {
            switch (context.Request.Method)
            {
                case "MKCOL" when asked.TrySetResult():
                    await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                    return true;
                case "MKCOL":
                    (hasFolder, context.Response.StatusCode) = (true, 201);
                    return true;
                case "PUT" when !hasFolder:
                    context.Response.StatusCode = 409;
                    return true;
                default:
                    return false;
            }
        };
        await using var store = new HttpStore(
            new Uri(server.Url + "/"),
            mayWrite: true,
            RemoteCredentials.Read(_ => null),
            RemoteTimeouts.Default,
            new StoreWarnings(Findings.Enqueue)
        );
        byte[] content = [1, 2, 3];
        using var first = new CancellationTokenSource();
        var cancelled = store.PutContentAsync(Digest.Of(content), content, replace: true, first.Token).AsTask();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(cancelled);

        (await store.PutContentAsync(Digest.Of(content), content, replace: true, None)).ShouldBeTrue();
        server.Content.Keys.ShouldHaveSingleItem().ShouldStartWith("/cas/");
    }

    [Fact]
    public async Task A_cancelled_lookup_ends_at_once()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await using var store = Open(Reader(server.Url));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(async () => await store.FindAsync(Key, soon.Token));
    }
}
