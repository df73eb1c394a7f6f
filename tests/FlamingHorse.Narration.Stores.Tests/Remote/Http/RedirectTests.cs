using FlamingHorse.Narration.Engine.Storage.Remote;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote.Http;

[Collection(FailingStoreTest.HttpCollection)]
public sealed class RedirectTests : FailingStoreTest
{
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

        (
            await FindAsync(
                Key,
                Reader(server.Url) with
                {
                    Environment = name => name == RemoteCredentials.TokenVariable ? "s3cret-t0ken" : null,
                }
            )
        )
            .ShouldNotBeNull()
            .Record.AudioHash.ShouldBe(clip.Record.AudioHash);

        server.Requests.ShouldAllBe(request => request.Authorization == "Bearer s3cret-t0ken");
        elsewhere.Requests.Count.ShouldBe(3);
        elsewhere.Requests.ShouldAllBe(request => request.Authorization == "");
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task A_redirect_to_an_unencrypted_address_is_not_followed(string location)
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
}
