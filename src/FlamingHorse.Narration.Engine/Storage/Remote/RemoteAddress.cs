namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>What the setting of a shared store may be: a folder, or a base URL that holds no secret.</summary>
/// <param name="Folder">Set for a folder.</param>
/// <param name="Server">Set for a server; ends in a slash.</param>
/// <param name="Problem">Set when it can be neither; says why and what to do, and repeats nothing that could be secret.</param>
public sealed record RemoteAddress(string? Folder, Uri? Server, string? Problem)
{
    public static RemoteAddress Parse(string setting)
    {
        setting = setting.Trim();
        if (!setting.Contains("://", StringComparison.Ordinal))
        {
            return Path.IsPathFullyQualified(setting)
                ? new RemoteAddress(setting, null, null)
                : Wrong($"NarrationRemoteCache '{setting}' is neither an http(s) URL nor an absolute path.");
        }

        if (
            !Uri.TryCreate(setting, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
        )
        {
            return Wrong("NarrationRemoteCache is not a URL that begins with https:// (or http:// on this machine).");
        }

        if (uri.UserInfo.Length > 0)
        {
            return Wrong(
                $"NarrationRemoteCache holds credentials for {uri.Host}: take them out of the URL, where logs would show them, and set "
                    + $"{RemoteCredentials.TokenVariable}, or {RemoteCredentials.UserVariable} and "
                    + $"{RemoteCredentials.PasswordVariable}, in the environment."
            );
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return Wrong($"NarrationRemoteCache for {uri.Host} has a query or fragment, which a base URL cannot have.");
        }

        if (!IsSafe(uri))
        {
            return Wrong(
                $"NarrationRemoteCache for {uri.Host} must be https: otherwise anyone on the network path can read credentials and alter "
                    + $"the answers."
            );
        }

        return new RemoteAddress(null, new Uri(uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/"), null);
    }

    /// <summary>Nobody can listen or interfere: encrypted, or never off this machine.</summary>
    public static bool IsSafe(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);

    private static RemoteAddress Wrong(string problem) => new(null, null, problem);
}
