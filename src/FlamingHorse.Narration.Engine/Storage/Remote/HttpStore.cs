using System.Net;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>A server that speaks the layout of Bazel's HTTP cache: <c>ac/{key}</c> and <c>cas/{sha256}</c> under a base URL.</summary>
public sealed class HttpStore : ISharedStore
{
    private readonly HttpStoreWarnings _warnings;
    private readonly RemoteCircuitBreaker _breaker;
    private readonly RemoteServer _server;
    private readonly WebDavFolders _folders;
    private readonly bool _mayWrite;
    private volatile bool _readsOff;
    private volatile bool _writesOff;

    /// <param name="address">The base; ends in a slash.</param>
    /// <param name="mayWrite">Whether this build adds to it.</param>
    /// <param name="credentials">Sent to this server only.</param>
    /// <param name="patience">How long it is waited for.</param>
    /// <param name="notices">Where warnings go.</param>
    public HttpStore(Uri address, bool mayWrite, RemoteCredentials credentials, RemoteTimeouts patience, StoreWarnings notices)
    {
        _mayWrite = mayWrite;
        _warnings = new HttpStoreWarnings(address, notices);
        _breaker = new RemoteCircuitBreaker(patience.Failing, _warnings.Off);
        _server = new RemoteServer(address, credentials.Header, patience, _breaker);
        _folders = new WebDavFolders(address, _server);
    }

    public bool CanWrite => _mayWrite && !_writesOff && !_breaker.IsOff;

    public ValueTask<byte[]?> GetActionAsync(ActionKey key, CancellationToken cancellation) =>
        GetAsync(
            new RemoteRequest(HttpMethod.Get, $"ac/{key.Hex}") { Accept = "application/json", MaxBytes = ActionResult.MaxBytes },
            cancellation
        );

    public ValueTask<byte[]?> GetContentAsync(string hash, long? size, int maxBytes, CancellationToken cancellation) =>
        GetAsync(new RemoteRequest(HttpMethod.Get, $"cas/{hash}") { Size = size, MaxBytes = maxBytes }, cancellation);

    public async ValueTask<bool> PutContentAsync(Digest digest, ReadOnlyMemory<byte> content, bool replace, CancellationToken cancellation)
    {
        if (!CanWrite)
        {
            return false;
        }

        var path = $"cas/{digest.Hash}";
        // A length that differs is an upload that was cut off: replaced, not kept.
        var isAbsent = false;
        if (!replace)
        {
            var head = await _server.SendAsync(new RemoteRequest(HttpMethod.Head, path), cancellation).ConfigureAwait(false);
            if (head is { Status: HttpStatusCode.OK } && (head.Length is null || head.Length == digest.Size))
            {
                return true;
            }

            isAbsent = head is { Status: HttpStatusCode.NotFound };
        }

        return await PutAsync(new RemoteRequest(HttpMethod.Put, path) { Body = content, OnlyIfAbsent = isAbsent }, cancellation)
            .ConfigureAwait(false);
    }

    public ValueTask<bool> PutActionAsync(ActionKey key, ReadOnlyMemory<byte> action, CancellationToken cancellation) =>
        PutAsync(new RemoteRequest(HttpMethod.Put, $"ac/{key.Hex}") { Body = action, BodyType = "application/json" }, cancellation);

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        _breaker.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<byte[]?> GetAsync(RemoteRequest request, CancellationToken cancellation)
    {
        if (_readsOff || await _server.SendAsync(request, cancellation).ConfigureAwait(false) is not { } answer)
        {
            return null;
        }

        if (answer.IsRefusal)
        {
            _readsOff = true;
            _warnings.Refused("read", answer.Status, "Nothing is read from it in this build");
        }

        return answer.Content;
    }

    private async ValueTask<bool> PutAsync(RemoteRequest request, CancellationToken cancellation)
    {
        if (!CanWrite || await _server.SendAsync(request, cancellation).ConfigureAwait(false) is not { } answer)
        {
            return false;
        }

        if (answer.Status is HttpStatusCode.Conflict or HttpStatusCode.NotFound)
        {
            // WebDAV: the parent has to be there first.
            await _folders.MakeParentAsync(request.Path, cancellation).ConfigureAwait(false);
            if (await _server.SendAsync(request, cancellation).ConfigureAwait(false) is not { } second)
            {
                return false;
            }

            answer = second;
        }

        switch (answer.Status)
        {
            case var _ when answer.IsSuccess:
            case HttpStatusCode.PreconditionFailed:
                // Somebody was first.
                return true;
            case HttpStatusCode.Locked:
                // Somebody is at it right now, and may fail: the next build that may write sees to it.
                return false;
            case var _ when answer.IsRefusal:
                _writesOff = true;
                _warnings.Refused("write", answer.Status, "Nothing is written to it in this build");
                return false;
            default:
                // One clip may be too large for it; anything else will not change within this build.
                _writesOff = answer.Status != HttpStatusCode.RequestEntityTooLarge;
                _warnings.NotTaken(answer.Status);
                return false;
        }
    }
}
