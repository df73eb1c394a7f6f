using System.Net;
using FlamingHorse.Narration.Engine.Model.Findings;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Warnings about a server that misbehaves, each once per build.</summary>
internal sealed class HttpStoreWarnings(Uri address, StoreWarnings notices)
{
    /// <summary>Nobody asks the server any more.</summary>
    public void Off(string reason) =>
        notices.Once(
            StoreFindings.RemoteOff,
            $"The shared store {address} is off for the rest of this build: {reason}. The build continues without it."
        );

    /// <summary>The server lets this machine not read, or not write.</summary>
    public void Refused(string direction, HttpStatusCode status, string outcome) =>
        notices.Once(
            StoreFindings.RemoteRefused,
            $"The shared store {address} refused to let this machine {direction} (it answered {(int)status}). {outcome}. Set "
                + $"{RemoteCredentials.TokenVariable}, or {RemoteCredentials.UserVariable} and {RemoteCredentials.PasswordVariable}, to "
                + "credentials that are allowed to, or "
                + $"{(direction == "read" ? "unset NarrationRemoteCache" : "set NarrationRemoteCacheWrite to false")}.",
            direction
        );

    /// <summary>The server answered that it does not store what it was sent.</summary>
    public void NotTaken(HttpStatusCode status) =>
        notices.Once(
            StoreFindings.RemoteFull,
            $"The shared store {address} rejects what this build makes (PUT answered {(int)status}): "
                + $"{Cure(status)}. The clips are in this machine's cache; the next build with write access offers them again."
        );

    private static string Cure(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.RequestEntityTooLarge => "raise the server's limit for a body",
            HttpStatusCode.InsufficientStorage => "free space on the server",
            HttpStatusCode.Conflict or HttpStatusCode.NotFound => "make the folders ac and cas under the base URL",
            _ => "see whether it allows PUT, or set NarrationRemoteCacheWrite to false",
        };
}
