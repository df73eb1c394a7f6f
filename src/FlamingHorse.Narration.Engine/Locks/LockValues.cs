using System.Buffers;
using System.Text.Json;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Reads the values of a lock file, each as strictly as its kind allows.</summary>
/// <remarks>Throws <see cref="FormatException"/> with what is wrong there; the caller knows the place.</remarks>
internal static class LockValues
{
    private static readonly SearchValues<char> _hexDigits = SearchValues.Create("0123456789abcdef");

    public static string? NextProperty(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new FormatException("it ends too early.");
        }

        return reader.TokenType == JsonTokenType.EndObject ? null : reader.GetString();
    }

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new FormatException(
                type switch
                {
                    JsonTokenType.StartObject => "an object is expected here.",
                    JsonTokenType.String => "a string is expected here.",
                    JsonTokenType.StartArray => "a list is expected here.",
                    JsonTokenType.EndArray => "the list must end here.",
                    _ => "a number is expected here.",
                }
            );
        }
    }

    public static void StartObject(ref Utf8JsonReader reader) => Expect(ref reader, JsonTokenType.StartObject);

    public static string Text(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    public static double Number(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number);
        return double.IsFinite(reader.GetDouble()) ? reader.GetDouble() : throw new FormatException("this number is too large.");
    }

    public static long Whole(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number);
        return reader.TryGetInt64(out var value) && value >= 0 ? value : throw new FormatException("a whole number is expected here.");
    }

    public static int Whole32(ref Utf8JsonReader reader) =>
        Whole(ref reader) is <= int.MaxValue and var number ? (int)number : throw new FormatException("this number is too large.");

    public static bool Flag(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? reader.GetBoolean()
            : throw new FormatException("true or false is expected here.");

    public static string Hash(ref Utf8JsonReader reader)
    {
        var text = Text(ref reader);
        return text.Length == 64 && !text.AsSpan().ContainsAnyExcept(_hexDigits)
            ? text
            : throw new FormatException("a SHA-256 in lower-case hex is expected here.");
    }

    public static FormatException Unknown(string name) => new($"\"{name}\" is not a field of this version.");

    public static FormatException Missing(string name) => new($"\"{name}\" is missing.");
}
