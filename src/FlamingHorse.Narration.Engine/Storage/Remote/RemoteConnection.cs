using System.Net;
using System.Net.Http.Headers;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Connections to one server. It follows redirects of reads, and sends credentials only to the server itself.</summary>
internal sealed class RemoteConnection : IDisposable
{
    private const int Redirects = 3;

    private readonly Uri _base;
    private readonly AuthenticationHeaderValue? _credentials;
    private readonly HttpMessageInvoker _http;

    public RemoteConnection(Uri address, AuthenticationHeaderValue? credentials, TimeSpan connectTimeout)
    {
        (_base, _credentials) = (address, credentials);
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectTimeout = connectTimeout,
                MaxConnectionsPerServer = 16,
                MaxResponseDrainSize = 64 * 1024,
                UseCookies = false,
                UseProxy = !address.IsLoopback,
            }
        );
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The answer whose headers are read.</summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="progress">Called for each part of a body that was sent.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask<HttpResponseMessage> SendAsync(RemoteRequest request, Action progress, CancellationToken cancellation)
    {
        var uri = new Uri(_base, request.Path);
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(request, uri, progress);
            var response = await _http.SendAsync(message, cancellation).ConfigureAwait(false);
            var mayFollow = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
            if (
                (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
                || response.Headers.Location is not { } location
                || !mayFollow
                || redirects == Redirects
            )
            {
                return response;
            }

            var next = new Uri(uri, location);
            // A server elsewhere must not send this machine to services of its own.
            if (!RemoteAddress.IsSafe(next) || next.UserInfo.Length > 0 || (next.IsLoopback && !_base.IsLoopback))
            {
                return response;
            }

            response.Dispose();
            uri = next;
        }
    }

    private HttpRequestMessage Message(RemoteRequest request, Uri uri, Action progress)
    {
        var message = new HttpRequestMessage(request.Method, uri);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        message.Headers.TryAddWithoutValidation("User-Agent", "FlamingHorse.Narration");
        if (request.OnlyIfAbsent)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        if (_credentials is not null && IsSameOrigin(uri))
        {
            message.Headers.Authorization = _credentials;
        }

        if (request.Body is { } body)
        {
            message.Content = new ProgressContent(body, progress);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.BodyType);
        }

        return message;
    }

    private bool IsSameOrigin(Uri uri) =>
        uri.Scheme == _base.Scheme
        && uri.Port == _base.Port
        && string.Equals(uri.IdnHost, _base.IdnHost, StringComparison.OrdinalIgnoreCase);
}
