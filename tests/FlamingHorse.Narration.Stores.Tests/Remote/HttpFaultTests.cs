using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FlamingHorse.Narration.Engine.Stores;
using FlamingHorse.Narration.Engine.Stores.Content;
using FlamingHorse.Narration.Engine.Stores.Remote;
using FlamingHorse.Narration.Stores.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace FlamingHorse.Narration.Stores.Tests.Remote;

public sealed class HttpFaultTests : SharedStoreTest
{
    /// <summary>What a server that fails may add to a build.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    /// <summary>The real times, or where a test would only wait, a tenth of them.</summary>
    private static RemotePatience Patience => IsSoak ? RemotePatience.Default : new RemotePatience
    {
        Silence = TimeSpan.FromSeconds(1.5),
        Exchange = TimeSpan.FromSeconds(3),
        Drain = TimeSpan.FromSeconds(6),
    };

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

        server.Requests.Count(request => request.Method == "PUT" && request.Path.StartsWith("/cas/", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_written_without_leave()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Reader(server.Url));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_down_costs_little_and_one_warning()
    {
        await ShouldGoOnWithoutAsync($"http://127.0.0.1:{FreePort.Next()}", Bound);
    }

    [Fact]
    public async Task A_server_that_no_connection_reaches_costs_at_most_five_seconds()
    {
        // A queue that is full: the system drops further attempts, as a firewall would.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen(0);
        var end = (IPEndPoint)socket.LocalEndPoint!;
        var fillers = Enumerable.Range(0, 4).Select(_ => new TcpClient()).ToList();
        foreach (var filler in fillers)
        {
            _ = filler.ConnectAsync(end).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await Task.Delay(200);
        await ShouldGoOnWithoutAsync($"http://127.0.0.1:{end.Port}", Bound);
        fillers.ForEach(filler => filler.Dispose());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task A_server_in_trouble_is_asked_again_and_then_no_more(int status)
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = FaultServer.Status(status);

        await ShouldGoOnWithoutAsync(server.Url, Bound);

        server.Requests.Count.ShouldBeInRange(3, 9);
    }

    [Fact]
    public async Task Trouble_that_passes_is_not_noticed()
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
    public async Task A_server_that_asks_for_an_hour_is_not_given_it()
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

    [Fact]
    public async Task A_black_hole_is_waited_for_once()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        await ShouldGoOnWithoutAsync(server.Url, Patience.Silence * 3 + TimeSpan.FromSeconds(3), Patience);
    }

    [Fact]
    public async Task A_slow_drip_ends_with_the_time_for_an_exchange()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        server.Fault = async context =>
        {
            context.Response.ContentLength = 50_000;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1]);
                await Task.Delay(50);
            }

            return true;
        };

        await ShouldGoOnWithoutAsync(server.Url, Patience.Exchange * 3 + TimeSpan.FromSeconds(3), Patience);
    }

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
    public async Task One_clip_that_is_cut_off_every_time_is_a_miss_and_the_others_come()
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
    public async Task A_body_without_end_is_read_no_further_than_its_digest_says()
    {
        await using var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        long sent = 0;
        server.Fault = async context =>
        {
            if (!context.Request.Path.StartsWithSegments("/cas"))
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
    public async Task A_path_in_an_answer_places_nothing()
    {
        await using var server = await FaultServer.StartAsync();
        var (record, wav) = Clips.Make(Key);
        await StoreAsync(Key, options: Writer(server.Url));
        var action = System.Text.Encoding.UTF8.GetString(server.Content[$"/ac/{Key}"]);
        server.Content[$"/ac/{Key}"] = System.Text.Encoding.UTF8.GetBytes(action.Replace("audio.wav", "../../../../evil.wav", StringComparison.Ordinal));

        (await FindAsync(Key, Reader(server.Url))).ShouldBeNull();

        Directory.EnumerateFiles(Folder, "evil*", SearchOption.AllDirectories).ShouldBeEmpty();
        File.Exists(new StoreLayout(Reader(server.Url).CachePath).Content(record.AudioHash)).ShouldBeFalse();
        wav.ShouldNotBeEmpty();
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
    public async Task Somebody_who_was_first_is_fine()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = context => context.Request.Method == "PUT" && context.Request.Path.StartsWithSegments("/cas")
            ? FaultServer.Status(412)(context)
            : Task.FromResult(false);

        await StoreAsync(Key, options: Writer(server.Url));

        Findings.ShouldBeEmpty();
        server.Content.ShouldContainKey($"/ac/{Key}");
    }

    [Theory]
    [InlineData(413)]
    [InlineData(507)]
    [InlineData(405)]
    [InlineData(409)]
    public async Task A_server_that_does_not_take_a_clip_leaves_it_at_home_with_one_warning(int status)
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

    [Fact]
    public async Task A_redirect_elsewhere_is_followed_without_credentials()
    {
        await using var server = await FaultServer.StartAsync();
        await using var elsewhere = await FaultServer.StartAsync();
        var clip = await StoreAsync(Key, options: Writer(elsewhere.Url));
        elsewhere.Requests.Clear();
        server.Fault = context =>
        {
            context.Response.Redirect(elsewhere.Url + context.Request.Path);
            return Task.FromResult(true);
        };

        (await FindAsync(Key, Reader(server.Url) with { Environment = name => name == RemoteCredentials.TokenVariable ? "s3cret-t0ken" : null }))
            .ShouldNotBeNull().Record.AudioHash.ShouldBe(clip.Record.AudioHash);

        server.Requests.ShouldAllBe(request => request.Authorization == "Bearer s3cret-t0ken");
        elsewhere.Requests.Count.ShouldBe(3);
        elsewhere.Requests.ShouldAllBe(request => request.Authorization == "");
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task A_redirect_to_where_others_can_listen_is_not_followed(string location)
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = context =>
        {
            context.Response.Redirect(location);
            return Task.FromResult(true);
        };

        await ShouldGoOnWithoutAsync(server.Url, Bound);
    }

    [Fact]
    public async Task A_redirect_in_circles_ends()
    {
        await using var server = await FaultServer.StartAsync();
        server.Fault = context =>
        {
            context.Response.Redirect(context.Request.Path);
            return Task.FromResult(true);
        };

        await ShouldGoOnWithoutAsync(server.Url, Bound);
    }

    [Fact]
    public async Task A_certificate_that_nobody_signed_is_not_accepted()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = await FaultServer.StartAsync(listen: options => options.UseHttps(certificate));
        server.Url.ShouldStartWith("https://");

        await ShouldGoOnWithoutAsync(server.Url, Bound);

        Findings.Single().Message.ShouldContain("certificate");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_stops_in_mid_build_costs_at_most_five_seconds_and_one_warning()
    {
        var server = await FaultServer.StartAsync();
        await StoreAsync(Key, options: Writer(server.Url));
        var alone = await MakeAloneAsync();

        await using (var store = Open(Writer(server.Url) with { CachePath = Path.Combine(Folder, "second") }))
        {
            (await store.FindAsync(Key, None)).ShouldNotBeNull();
            await server.DisposeAsync();
            var watch = Stopwatch.StartNew();
            await MakeAsync(store);
            (watch.Elapsed - alone).ShouldBeLessThan(Bound);
        }

        Codes.ShouldBe(["FHN3011"]);
    }

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

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
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

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        Findings.ShouldBeEmpty();
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

    /// <summary>A build that asks for ten clips and makes them: nothing comes from the store, and it adds no more than this and one FHN3011.</summary>
    private async Task ShouldGoOnWithoutAsync(string remote, TimeSpan bound, RemotePatience? patience = null)
    {
        var alone = await MakeAloneAsync();
        var watch = Stopwatch.StartNew();
        await using (var store = Open(Reader(remote) with { Patience = patience ?? RemotePatience.Default }))
        {
            (await store.FindAsync(Key, None)).ShouldBeNull();
            await MakeAsync(store);
        }

        var added = watch.Elapsed - alone;
        Soak.Record("a shared store that fails", $"{added.TotalSeconds:0.0} s more, {Findings.FirstOrDefault()?.Message}");
        added.ShouldBeLessThan(bound);
        Codes.ShouldBe(["FHN3011"]);
    }
}
