using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote.Http;

/// <summary>Servers that answer with a status that is no success.</summary>
[Collection(FailingStoreTest.HttpCollection)]
public sealed class StatusFaultTests : FailingStoreTest
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task A_failing_server_is_retried_and_then_left_alone(int status)
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(status);

        await ShouldGoOnWithoutAsync(server.Url, Bound);

        server.Requests.Count.ShouldBeInRange(3, 9);
    }

    [Fact]
    public async Task A_failure_that_passes_is_not_reported()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        var calls = 0;
        server.Fault = context =>
        {
            if (Interlocked.Increment(ref calls) % 3 == 0)
            {
                return Task.FromResult(false);
            }

            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "0";
            return Task.FromResult(true);
        };

        (await FindAsync(Key, Reader(server.Url))).ShouldNotBeNull();
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_asks_for_an_hour_is_not_waited_for()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(true);
        };

        await ShouldGoOnWithoutAsync(server.Url, Bound);

        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refusal_to_read_ends_reading_with_one_warning_of_its_own(int status)
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(status, "GET");

        await using (var store = Open(Writer(server.Url)))
        {
            for (var i = 0; i < 5; i++)
            {
                (await store.FindAsync(Clips.Key($"{i}"), None)).ShouldBeNull();
            }

            var (record, wav) = Clips.Make(Key);
            await store.AddAsync(record, wav, None);
        }

        Codes.ShouldBe(["FHN3012"]);
        Findings.Single().Message.ShouldContain("read");
        server.Requests.Count(request => request.Method == "GET").ShouldBe(1);
        server.Content.ShouldContainKey($"/ac/{Key}");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refusal_to_write_ends_writing_and_not_reading(int status)
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        server.Fault = FaultServer.Status(status, "PUT");

        await using (var store = Open(Writer(server.Url) with { CachePath = Path.Combine(Folder, "second") }))
        {
            for (var i = 0; i < 20; i++)
            {
                var (record, wav) = Clips.Make(Clips.Key($"{i}"));
                await store.AddAsync(record, wav, None);
            }

            (await store.FindAsync(Key, None)).ShouldNotBeNull();
        }

        Codes.ShouldBe(["FHN3012"]);
        Findings.Single().Message.ShouldContain("write");
        Findings.Single().Message.ShouldContain("NARRATION_REMOTE_CACHE_TOKEN");
    }

    [Theory]
    [InlineData(413)]
    [InlineData(507)]
    [InlineData(405)]
    [InlineData(409)]
    public async Task A_clip_that_the_server_refuses_stays_in_the_local_cache_with_one_warning(int status)
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(status, "PUT");
        var options = Writer(server.Url);

        await using (var store = Open(options))
        {
            for (var i = 0; i < 5; i++)
            {
                var (record, wav) = Clips.Make(Clips.Key($"{i}"));
                await store.AddAsync(record, wav, None);
            }
        }

        Codes.ShouldBe(["FHN3014"]);
        server.Content.ShouldBeEmpty();
        (await FindAsync(Clips.Key("4"), options with { Remote = null })).ShouldNotBeNull();
    }
}
