using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>Where to ask, and with which key.</summary>
/// <param name="Speech">The route for speech.</param>
/// <param name="Key">Null when none is set. Never logged, never in a message.</param>
internal sealed record ServerAddress(Uri Speech, string? Key)
{
    /// <summary>The variables that may hold a key; the second only ever goes to its owner.</summary>
    public const string KeyVariable = "NARRATION_HTTP_API_KEY";

    private const string OpenAiKeyVariable = "OPENAI_API_KEY";
    private const string OpenAiHost = "api.openai.com";
    private const string Route = "v1/audio/speech";

    /// <exception cref="NarrationException">FHN2023.</exception>
    public static ServerAddress Of(SynthesisOptions options, Func<string, string?> environment)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw Invalid($"NarrationEndpoint is '{options.Endpoint}'. Set it to the server's URL, such as http://localhost:8000.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw Invalid(
                $"NarrationEndpoint holds credentials, which build logs would keep. Put the key into the environment variable "
                    + $"{KeyVariable}."
            );
        }

        var key =
            environment(KeyVariable) is { Length: > 0 } own ? own
            : uri.Host == OpenAiHost && environment(OpenAiKeyVariable) is { Length: > 0 } openAi ? openAi
            : null;
        if (key is not null && uri.Scheme == "http" && !uri.IsLoopback)
        {
            throw Invalid($"NarrationEndpoint {uri} would carry the key of {KeyVariable} in the clear. Use https.");
        }

        return new ServerAddress(new Uri(Base(uri) + Route), key);
    }

    /// <summary>The server itself, its <c>/v1</c>, or the route: all of them are written in the wild.</summary>
    private static string Base(Uri uri)
    {
        var text = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        foreach (var known in new[] { "/" + Route, "/v1" })
        {
            if (text.EndsWith(known, StringComparison.Ordinal))
            {
                return text[..^known.Length] + "/";
            }
        }

        return text + "/";
    }

    private static NarrationException Invalid(string message) => new(VoiceFindings.EndpointInvalid.At(null, message));
}
