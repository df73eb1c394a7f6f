using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlamingHorse.Narration.Engine.Storage.Content;
using Microsoft.AspNetCore.Http;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>
/// The rules of bazel-remote: two routes with 64 hex digits, a content length, content that hashes to its name,
/// actions that are an ActionResult and nothing else; an action whose content is not there is not given.
/// </summary>
internal static partial class StrictCache
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The status of a refusal, or null.</summary>
    public static int? Objection(HttpRequest request, byte[]? body, IReadOnlyDictionary<string, byte[]> content)
    {
        var path = request.Path.Value!;
        if (!Route().IsMatch(path) || request.QueryString.HasValue)
        {
            return 400;
        }

        var isAction = path.StartsWith("/ac/", StringComparison.Ordinal);
        switch (request.Method)
        {
            case "GET" or "HEAD":
                return
                    isAction
                    && content.TryGetValue(path, out var action)
                    && Digests(action)!.Any(d => !content.ContainsKey($"/cas/{d.Hash}"))
                    ? 404
                    : null;
            case "PUT" when request.ContentLength is null:
                return 411;
            case "PUT" when isAction:
                return request.ContentType == "application/json" && Digests(body!) is { Count: 2 } ? null : 400;
            case "PUT":
                return Digest.HashOf(body) == path["/cas/".Length..] ? null : 400;
            default:
                return 405;
        }
    }

    /// <summary>As protobuf writes it: defaults left out, blanks where it likes.</summary>
    public static byte[] Rewrite(byte[] action)
    {
        var json = JsonNode.Parse(action)!.AsObject();
        json.Remove("exitCode");
        return JsonSerializer.SerializeToUtf8Bytes(json, Indented);
    }

    private static List<Digest>? Digests(byte[] action)
    {
        try
        {
            var root = JsonNode.Parse(action)!.AsObject();
            if (root.Any(field => field.Key is not ("outputFiles" or "exitCode")))
            {
                return null;
            }

            return
            [
                .. root["outputFiles"]!
                    .AsArray()
                    .Select(file =>
                    {
                        file!.AsObject().Count.ShouldBe(2);
                        var digest = file["digest"]!.AsObject();
                        digest.Count.ShouldBe(2);
                        digest["sizeBytes"]!.GetValueKind().ShouldBe(JsonValueKind.String);
                        return new Digest(
                            digest["hash"]!.GetValue<string>(),
                            long.Parse(digest["sizeBytes"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)
                        );
                    }),
            ];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ShouldAssertException or NullReferenceException)
        {
            return null;
        }
    }

    [GeneratedRegex("^/(ac|cas)/[0-9a-f]{64}$")]
    private static partial Regex Route();
}
