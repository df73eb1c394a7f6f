using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote.Http;

/// <summary>A store between two machines: what is asked, sent and left unsent.</summary>
[Collection(FailingStoreTest.HttpCollection)]
public sealed class SharingTests : FailingStoreTest
{
    [Fact]
    public async Task A_server_that_behaves_shares_clips()
    {
        await using var server = await FaultServer.StartAsync();
        await ShouldShareAsync(server.Url);
    }

    [Fact]
    public async Task A_strict_cache_takes_and_gives_what_is_sent()
    {
        await using var server = await FaultServer.StartAsync(isStrict: true);
        await ShouldShareAsync(server.Url + "/");
    }

    [Fact]
    public async Task Content_is_there_before_the_action_that_names_it()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));

        var puts = server.Requests.Where(request => request.Method == "PUT").Select(request => request.Path).ToList();
        puts.Count.ShouldBe(3);
        puts[2].ShouldBe($"/ac/{Key}");
    }

    [Fact]
    public async Task Content_that_is_there_is_not_sent_again()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        await StoreAsync(Key, options: Writer(server.Url) with { CachePath = Path.Combine(Folder, "second") });

        server
            .Requests.Count(request => request.Method == "PUT" && request.Path.StartsWith("/cas/", StringComparison.Ordinal))
            .ShouldBe(2, string.Join('\n', server.Requests));
    }

    [Fact]
    public async Task Nothing_is_written_without_permission()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Reader(server.Url));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Parents_are_made_once_where_the_server_wants_them_first()
    {
        await using var server = await FaultServer.StartAsync();
        var folders = new HashSet<string>();
        server.Fault = context =>
        {
            var path = context.Request.Path.Value!;
            lock (folders)
            {
                if (context.Request.Method == "MKCOL")
                {
                    context.Response.StatusCode = folders.Add(path) ? 201 : 405;
                    return Task.FromResult(true);
                }

                if (context.Request.Method == "PUT" && !folders.Contains(path[..(path.LastIndexOf('/') + 1)]))
                {
                    context.Response.StatusCode = 409;
                    return Task.FromResult(true);
                }
            }

            return Task.FromResult(false);
        };

        await ShouldShareAsync(server.Url + "/deep/base");

        folders.ShouldBe(["/deep/", "/deep/base/", "/deep/base/cas/", "/deep/base/ac/"], ignoreOrder: true);
        server.Requests.Count(request => request.Method == "MKCOL").ShouldBe(6);
    }

    [Fact]
    public async Task An_entry_that_somebody_else_wrote_first_is_fine()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = context =>
            context.Request.Method == "PUT" && context.Request.Path.StartsWithSegments("/cas", StringComparison.Ordinal)
                ? FaultServer.Status(412)(context)
                : Task.FromResult(false);

        await StoreAsync(Key, options: Writer(server.Url));

        Findings.ShouldBeEmpty();
        server.Content.ShouldContainKey($"/ac/{Key}");
    }

    [Fact]
    public async Task What_somebody_else_is_writing_is_offered_again_by_the_next_build()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(423, "PUT");
        await StoreAsync(Key, options: Writer(server.Url));
        server.Content.ShouldBeEmpty();

        server.Fault = _ => Task.FromResult(false);
        await FindAsync(Clips.Key("another"), Writer(server.Url));

        Findings.ShouldBeEmpty();
        server.Content.ShouldContainKey($"/ac/{Key}");
    }
}
