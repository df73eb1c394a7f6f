using System.Diagnostics;
using System.Net;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Servers;

/// <summary>Debian's own servers, unmodified.</summary>
[Trait("Needs", "nginx, Apache and rclone")]
public sealed class RealServerTests : SharedStoreTest
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("apache")]
    [InlineData("rclone")]
    public async Task Clips_are_shared_over_a_store_that_begins_without_folders(string kind)
    {
        using var server = RealServer.Start(kind);

        await ShouldShareAsync(server, count: 20, reader: "one");
        await ShouldShareAsync(server, count: 20, reader: "two");
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("apache")]
    [InlineData("rclone")]
    public async Task Storing_the_same_again_is_fine(string kind)
    {
        using var server = RealServer.Start(kind);

        for (var i = 0; i < 3; i++)
        {
            await StoreAsync(Key, options: Writer(server) with { CachePath = Path.Combine(Folder, $"w{i}") });
        }

        (await FindAsync(Key, Reader(server))).ShouldNotBeNull();
        Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("apache")]
    [InlineData("rclone")]
    public async Task An_upload_that_breaks_off_is_never_used_and_heals(string kind)
    {
        using var server = RealServer.Start(kind);
        var clip = await StoreAsync(Key, options: Writer(server));
        var good = File.ReadAllBytes(clip.Path);
        var other = Clips.Make(Key, take: 9).Wav;

        await server.AbortedPutAsync($"cas/{clip.Record.AudioHash}", other, other.Length / 2);
        var kept = (await FindAsync(Key, Reader(server, "second"))) is { } second;
        if (kept)
        {
            File.ReadAllBytes((await FindAsync(Key, Reader(server, "second")))!.Path).ShouldBe(good);
        }

        Console.WriteLine($"{kind}: after an upload that broke off the old clip is {(kept ? "still there" : "a miss")}");
        (kept ? Codes : Codes.Distinct().Except(["FHN3030"])).ShouldBeEmpty();

        await StoreAsync(Key, options: Writer(server) with { CachePath = Path.Combine(Folder, "w2") });
        File.ReadAllBytes((await FindAsync(Key, Reader(server, "third"))).ShouldNotBeNull().Path).ShouldBe(good);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("apache")]
    [InlineData("rclone")]
    public async Task Three_writers_and_readers_of_one_key_never_see_a_wrong_byte(string kind)
    {
        using var server = RealServer.Start(kind);
        var takes = new Dictionary<string, byte[]>();
        for (var take = 0; take < 12; take++)
        {
            var (record, wav) = Clips.Make(Key, take, samples: 100_000);
            takes[record.AudioHash] = wav;
        }

        var seen = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < 4; i++)
                        {
                            var (record, wav) = Clips.Make(Key, (writer * 4) + i, samples: 100_000);
                            await using (var store = Open(Writer(server) with { CachePath = Path.Combine(Folder, $"w{writer}-{i}") }))
                            {
                                await store.AddAsync(record, wav, None);
                            }

                            if (await FindAsync(Key, Reader(server, $"r{writer}-{i}")) is { } found)
                            {
                                Interlocked.Increment(ref seen);
                                File.ReadAllBytes(found.Path).ShouldBe(takes[found.Record.AudioHash]);
                            }
                        }
                    })
                )
        );

        seen.ShouldBeGreaterThan(0);
        // While somebody overwrites it a server may give half an action or half a clip: counted as wrong, never used.
        Findings.Where(finding => finding.Kind.Code != "FHN3030").ShouldBeEmpty();
        (await FindAsync(Key, Reader(server, "last"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nginx_lets_everybody_read_and_only_those_with_the_password_write()
    {
        using var server = RealServer.Start("nginx");
        await StoreAsync(Key, options: Writer(server));

        (await FindAsync(Key, Reader(server.Url))).ShouldNotBeNull();
        await using (var store = Open(Writer(server.Url) with { CachePath = Path.Combine(Folder, "stranger") }))
        {
            var (record, wav) = Clips.Make(Clips.Key("theirs"));
            await store.AddAsync(record, wav, None);
        }

        Codes.ShouldBe(["FHN3012"]);
        Directory.EnumerateFiles(Path.Combine(server.Data, "ac")).Select(Path.GetFileName).ShouldBe([Key.Hex]);
    }

    [Fact]
    public async Task Nginx_has_the_two_routes_and_nothing_else()
    {
        using var server = RealServer.Start("nginx");
        await StoreAsync(Key, options: Writer(server));
        using var http = new HttpClient(
            new HttpClientHandler { Credentials = new NetworkCredential(RealServer.User, RealServer.Password), PreAuthenticate = true }
        );
        async Task<int> Ask(string method, string path, HttpContent? content = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), server.Url + path) { Content = content };
            using var response = await http.SendAsync(request);
            return (int)response.StatusCode;
        }

        (await Ask("GET", $"/ac/{Key}")).ShouldBe(200);
        (await Ask("HEAD", $"/ac/{Key}")).ShouldBe(200);
        (await Ask("GET", "/")).ShouldBe(404);
        (await Ask("GET", "/ac/")).ShouldBe(404);
        (await Ask("GET", "/tmp/")).ShouldBe(404);
        (await Ask("GET", $"/ac/{Key.Hex[..63]}")).ShouldBe(404);
        (await Ask("GET", $"/ac/..%2f..%2f{Key}")).ShouldBe(400);
        (await Ask("PUT", "/ac/x", new StringContent("x"))).ShouldBe(404);
        (await Ask("DELETE", $"/ac/{Key}")).ShouldBe(405);
        (await Ask("MKCOL", $"/ac/{Key}")).ShouldBe(405);
        (await Ask("POST", $"/ac/{Key}", new StringContent("x"))).ShouldBe(405);
    }

    [Fact]
    public async Task A_real_server_that_stops_during_a_build_costs_at_most_five_seconds_and_one_warning()
    {
        using var server = RealServer.Start("nginx");
        await StoreAsync(Key, options: Writer(server));

        var alone = await MakeAloneAsync();
        var watch = new Stopwatch();
        await using (var store = Open(Writer(server) with { CachePath = Path.Combine(Folder, "second") }))
        {
            (await store.FindAsync(Key, None)).ShouldNotBeNull();
            server.Stop();
            watch.Start();
            await MakeAsync(store);
        }

        (watch.Elapsed - alone).ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(5)));
        Codes.ShouldBe(["FHN3011"]);
    }

    [Fact]
    public async Task A_thousand_clips_come_verified_into_a_cold_cache_in_under_fifteen_seconds()
    {
        const int Count = 1_000;
        using var server = RealServer.Start("nginx");
        var keys = Enumerable.Range(0, Count).Select(i => Clips.Key($"{i}")).ToList();
        var urls = new List<string>();
        foreach (var folder in new[] { "ac", "cas" })
        {
            Directory.CreateDirectory(Path.Combine(server.Data, folder));
        }

        foreach (var key in keys)
        {
            var (record, wav) = Clips.Make(key, samples: 119_978);
            wav.Length.ShouldBe(240_000);
            var meta = ClipMeta.ToJson(record);
            var action = new ActionResult(Digest.Of(wav), Digest.Of(meta));
            File.WriteAllBytes(Path.Combine(server.Data, "cas", action.Audio.Hash), wav);
            File.WriteAllBytes(Path.Combine(server.Data, "cas", action.Meta.Hash), meta);
            File.WriteAllBytes(Path.Combine(server.Data, "ac", key.Hex), action.ToJson());
            urls.AddRange([$"{server.Url}/ac/{key}", $"{server.Url}/cas/{action.Meta.Hash}", $"{server.Url}/cas/{action.Audio.Hash}"]);
        }

        var config = Path.Combine(Folder, "curl");
        var target = Directory.CreateDirectory(Path.Combine(Folder, "by-curl")).FullName;
        File.WriteAllLines(config, urls.Select(url => $"url = {url}\noutput = {target}/{url.GetHashCode(StringComparison.Ordinal):x}"));
        var watch = Stopwatch.StartNew();
        Shell.Run("curl", "--silent", "--fail", "--parallel", "--parallel-max", "16", "-K", config);
        var curl = watch.Elapsed;

        await using var store = Open(Reader(server.Url));
        watch.Restart();
        var found = await store.FindManyAsync(keys, None);
        var ours = watch.Elapsed;

        Soak.Record(
            "1,000 clips of 240 KB from nginx",
            $"{ours.TotalSeconds:0.00} s verified into a cold cache; curl, 16 at once, the same 3,000 files unverified: "
                + $"{curl.TotalSeconds:0.00} s"
        );
        found.Count.ShouldBe(Count);
        found.Values.ShouldAllBe(clip => clip.Source == ClipSource.Remote);
        ours.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(15)));
        Findings.ShouldBeEmpty();
    }

    private StoreOptions Writer(RealServer server) => Writer(server.Url) with { Environment = RealServer.Credentials };

    private StoreOptions Reader(RealServer server, string name = "reader") =>
        Reader(server.Url, name) with
        {
            Environment = RealServer.Credentials,
        };

    private Task ShouldShareAsync(RealServer server, int count, string reader) =>
        ShouldShareAsync(server.Url, count, Writer(server), reader, RealServer.Credentials);
}
