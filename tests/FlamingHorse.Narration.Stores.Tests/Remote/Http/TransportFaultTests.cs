using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FlamingHorse.Narration.Stores.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace FlamingHorse.Narration.Stores.Tests.Remote.Http;

/// <summary>Servers that are not reached, not trusted, or say nothing.</summary>
[Collection(FailingStoreTest.HttpCollection)]
public sealed class TransportFaultTests : FailingStoreTest
{
    [Fact]
    public async Task A_server_that_is_down_costs_little_and_one_warning()
    {
        await ShouldGoOnWithoutAsync($"http://127.0.0.1:{FreePort.Next()}", Bound);
    }

    [Fact]
    public async Task An_unreachable_server_costs_at_most_five_seconds()
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

    [Fact]
    public async Task A_server_that_never_answers_is_waited_for_once()
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
    public async Task A_trickling_answer_ends_with_the_time_limit_of_an_exchange()
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
    [Trait("Needs", "RSA keys that can be exported, which wine 8 has none of")]
    public async Task An_untrusted_certificate_is_not_accepted()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=localhost",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = await FaultServer.StartAsync(listen: options => options.UseHttps(certificate));
        server.Url.ShouldStartWith("https://");

        await ShouldGoOnWithoutAsync(server.Url, Bound);

        Findings.Single().Message.ShouldContain("certificate");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_stops_during_a_build_costs_at_most_five_seconds_and_one_warning()
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
}
