using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Remote;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote;

public sealed class SecretTests : SharedStoreTest
{
    private const string Secret = "s3cret-t0ken-31415926";

    private static string? Environment(string name) => name == RemoteCredentials.TokenVariable ? Secret : null;

    [Fact]
    public async Task The_token_goes_to_the_server_and_nowhere_else()
    {
        await using var server = await FaultServer.StartAsync();
        var options = Writer(server.Url) with { Environment = Environment };
        await StoreAsync(Key, options: options);
        await FindAsync(Key, Reader(server.Url) with { Environment = Environment });
        server.Requests.ShouldNotBeEmpty();
        server.Requests.ShouldAllBe(request => request.Authorization == "Bearer " + Secret);

        foreach (var status in new[] { 401, 403, 500, 413, 302, 204 })
        {
            server.Fault = FaultServer.Status(status, status == 413 ? "PUT" : "");
            await ProvokeAsync(options with { CachePath = Path.Combine(Folder, $"c{status}") });
        }

        await server.DisposeAsync();
        await ProvokeAsync(options with { CachePath = Path.Combine(Folder, "down") });

        Codes.Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        foreach (var finding in Findings)
        {
            finding.ToString().ShouldNotContain(Secret);
            finding.ToString().ShouldNotContain("Bearer");
        }

        options.ToString().ShouldNotContain(Secret);
        RemoteCredentials.Read(Environment).ToString().ShouldNotBeNull().ShouldNotContain(Secret);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain(Secret);
        }
    }

    [Fact]
    [Trait("Needs", "nginx")]
    public async Task A_real_server_sees_the_password_that_no_message_shows()
    {
        using var server = RealServer.Start("nginx");
        var options = Writer(server.Url) with { Environment = RealServer.Credentials };
        await StoreAsync(Key, options: options);

        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{RealServer.User}:{RealServer.Password}"));
        server.AccessLog.ShouldContain($"PUT /ac/{Key} 201 Basic {basic}");

        server.Stop();
        await ProvokeAsync(options);
        Codes.ShouldBe(["FHN3011"]);
        Findings.ShouldAllBe(finding => !finding.ToString().Contains(RealServer.Password) && !finding.ToString().Contains(basic));
    }

    [Fact]
    public async Task A_token_that_cannot_be_sent_is_named_and_not_shown()
    {
        await using var server = await FaultServer.StartAsync();

        await FindAsync(
            Key,
            Reader(server.Url) with
            {
                Environment = name => Environment(name) is { } token ? token + "\r\nX-Evil: 1" : null,
            }
        );

        Findings.ShouldHaveSingleItem().Message.ShouldContain(RemoteCredentials.TokenVariable);
        Findings.Single().Message.ShouldNotContain(Secret);
        server.Requests.ShouldAllBe(request => request.Authorization == "");
    }

    [Theory]
    [InlineData("https://user:s3cret-t0ken-31415926@cache.example.org/")]
    [InlineData("https://s3cret-t0ken-31415926@cache.example.org/")]
    [InlineData("https://cache.example.org/?sig=s3cret-t0ken-31415926")]
    [InlineData("https://cache.example.org/#s3cret-t0ken-31415926")]
    [InlineData("http://cache.example.org/")]
    [InlineData("http://192.168.1.7:8080/cache")]
    [InlineData("ftp://cache.example.org/")]
    [InlineData("s3://bucket/cache")]
    [InlineData("https://")]
    [InlineData("relative/folder")]
    public async Task An_address_that_cannot_be_used_is_an_error_that_repeats_no_secret(string remote)
    {
        await StoreAsync(Key, options: Writer(remote));

        Codes.ShouldBe(["FHN3015"]);
        Findings.Single().Message.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("https://cache.example.org", "https://cache.example.org/")]
    [InlineData("https://cache.example.org/a/b//", "https://cache.example.org/a/b/")]
    [InlineData(" http://localhost:8080/x ", "http://localhost:8080/x/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    public void A_base_url_ends_in_one_slash(string remote, string expected) =>
        RemoteAddress.Parse(remote).Server.ShouldNotBeNull().AbsoluteUri.ShouldBe(expected);

    private async Task ProvokeAsync(StoreOptions options)
    {
        await using var store = Open(options);
        for (var i = 0; i < 4; i++)
        {
            await store.FindAsync(Clips.Key($"p{i}"), None);
            var (record, wav) = Clips.Make(Clips.Key($"p{i}"));
            await store.AddAsync(record, wav, None);
        }
    }
}
