using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>A server on loopback that keeps what it is given, and misbehaves as it is told.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FaultServer(WebApplication app) => _app = app;

    /// <summary>Takes a request first; true when it answered.</summary>
    public Func<HttpContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    /// <summary>Like the real strict ones: see <see cref="StrictCache"/>.</summary>
    public bool IsStrict { get; init; }

    public ConcurrentDictionary<string, byte[]> Content { get; } = new(StringComparer.Ordinal);

    /// <summary>Method, path, and what it was authorized with.</summary>
    public ConcurrentQueue<(string Method, string Path, string Authorization)> Requests { get; } = new();

    public string Url => _app.Urls.First();

    public static async Task<FaultServer> StartAsync(bool isStrict = false, Action<ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MinResponseDataRate = null;
                kestrel.Listen(System.Net.IPAddress.Loopback, 0, options => listen?.Invoke(options));
            });
        var app = builder.Build();
        var server = new FaultServer(app) { IsStrict = isStrict };
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task<bool>> Status(int status, string method = "") =>
        context =>
        {
            if (method.Length > 0 && context.Request.Method != method)
            {
                return Task.FromResult(false);
            }

            context.Response.StatusCode = status;
            return Task.FromResult(true);
        };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.Path.Value!;
        Requests.Enqueue((request.Method, path, request.Headers.Authorization.ToString()));
        if (await Fault(context))
        {
            return;
        }

        byte[]? body = null;
        if (request.Method == "PUT")
        {
            using var memory = new MemoryStream();
            await request.Body.CopyToAsync(memory);
            body = memory.ToArray();
        }

        if (IsStrict && StrictCache.Objection(request, body, Content) is { } status)
        {
            response.StatusCode = status;
            return;
        }

        switch (request.Method)
        {
            case "PUT":
                Content[path] = body!;
                response.StatusCode = 200;
                break;
            case "GET" when Content.TryGetValue(path, out var content):
                content = IsStrict && path.StartsWith("/ac/", StringComparison.Ordinal) ? StrictCache.Rewrite(content) : content;
                response.ContentLength = content.Length;
                await response.Body.WriteAsync(content);
                break;
            case "HEAD" when Content.TryGetValue(path, out var content):
                response.ContentLength = content.Length;
                break;
            default:
                response.StatusCode = 404;
                break;
        }
    }
}
