using System.Net;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>What a server said.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Length">The length it announced.</param>
/// <param name="Content">The body of an answer to GET; empty when it was not of the size that it must have.</param>
internal sealed record RemoteResponse(HttpStatusCode Status, long? Length, byte[]? Content)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsRefusal => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
}
