using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>Fields of a host's message; null and absent mean the same.</summary>
internal static class JsonFields
{
    private static bool Has(JsonElement body, string name, out JsonElement value) =>
        body.TryGetProperty(name, out value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    /// <exception cref="InvalidOperationException">No text, or half of a surrogate pair in it.</exception>
    public static string? Text(this JsonElement body, string name) => Has(body, name, out var value) ? value.GetString() : null;

    /// <exception cref="InvalidOperationException">No number.</exception>
    /// <exception cref="FormatException">No whole number.</exception>
    public static long Integer(this JsonElement body, string name, long otherwise) =>
        Has(body, name, out var value) ? value.GetInt64() : otherwise;

    /// <exception cref="InvalidOperationException">No number.</exception>
    public static double Number(this JsonElement body, string name, double otherwise) =>
        Has(body, name, out var value) ? value.GetDouble() : otherwise;

    /// <exception cref="InvalidOperationException">Neither true nor false.</exception>
    public static bool Flag(this JsonElement body, string name) => Has(body, name, out var value) && value.GetBoolean();

    /// <exception cref="InvalidOperationException">No list.</exception>
    public static IEnumerable<JsonElement> List(this JsonElement body, string name) =>
        Has(body, name, out var value) ? value.EnumerateArray() : [];

    /// <summary>A string or a list of strings.</summary>
    /// <exception cref="InvalidOperationException">Something else.</exception>
    public static IReadOnlyList<string> Texts(this JsonElement body, string name) =>
        Has(body, name, out var value)
            ? value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Select(text => text.GetString() ?? "")]
                : [value.GetString()!]
            : [];
}
