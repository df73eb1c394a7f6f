using System.Net.Http.Headers;
using System.Text;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>
/// What this machine says of itself to a shared store. From the environment only, so that no property, log or binary log holds it.
/// </summary>
public sealed class RemoteCredentials
{
    public const string TokenVariable = "NARRATION_REMOTE_CACHE_TOKEN";
    public const string UserVariable = "NARRATION_REMOTE_CACHE_USER";
    public const string PasswordVariable = "NARRATION_REMOTE_CACHE_PASSWORD";

    private RemoteCredentials(AuthenticationHeaderValue? header, string? problem) => (Header, Problem) = (header, problem);

    /// <summary>Null for none.</summary>
    internal AuthenticationHeaderValue? Header { get; }

    /// <summary>Why what was set cannot be sent; names the variable, never its value.</summary>
    public string? Problem { get; }

    public static RemoteCredentials Read(Func<string, string?> environment)
    {
        if (environment(TokenVariable)?.Trim() is { Length: > 0 } token)
        {
            return token.All(c => c is > ' ' and <= '~')
                ? new RemoteCredentials(new AuthenticationHeaderValue("Bearer", token), null)
                : new RemoteCredentials(
                    null,
                    $"{TokenVariable} holds characters that cannot be sent in a header; no credentials are sent."
                );
        }

        if (environment(UserVariable) is { Length: > 0 } user)
        {
            var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{environment(PasswordVariable)}"));
            return new RemoteCredentials(new AuthenticationHeaderValue("Basic", pair), null);
        }

        return new RemoteCredentials(null, null);
    }

    /// <inheritdoc/>
    public override string ToString() => Header is null ? "no credentials" : "credentials from the environment";
}
