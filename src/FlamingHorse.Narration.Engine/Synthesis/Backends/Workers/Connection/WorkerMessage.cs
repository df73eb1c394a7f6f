using System.Text.Json;
using System.Text.Unicode;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>What a worker says. Unknown fields are tolerated, and so are unknown kinds, which read as null.</summary>
internal abstract partial record WorkerMessage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    /// <summary>What its lists hold; the serializer looks at lists, and not into them.</summary>
    private protected virtual IEnumerable<object?> Items => [];

    /// <summary>Its fractions; the serializer reads one that is too large for a double as infinite, which no record can hold.</summary>
    private protected virtual IEnumerable<double?> Fractions => [];

    /// <summary>Reads one line.</summary>
    /// <exception cref="ProtocolException">
    /// Not a JSON object with a <c>t</c>, a field of the wrong type, a number that is too large, or no UTF-8.
    /// </exception>
    public static WorkerMessage? Parse(ReadOnlySpan<byte> line)
    {
        // The serializer leaves the bytes of a value of any type as they are, until somebody asks for its text.
        if (!Utf8.IsValid(line))
        {
            throw new ProtocolException("a line that is no UTF-8");
        }

        try
        {
            WorkerMessage? message = JsonSerializer.Deserialize<Kind>(line, Json)?.T switch
            {
                "hello" => JsonSerializer.Deserialize<Hello>(line, Json),
                "ready" => JsonSerializer.Deserialize<Ready>(line, Json),
                "started" => JsonSerializer.Deserialize<Started>(line, Json),
                "progress" => JsonSerializer.Deserialize<Progress>(line, Json),
                "done" => JsonSerializer.Deserialize<Done>(line, Json),
                "error" => JsonSerializer.Deserialize<Error>(line, Json),
                "heard" => JsonSerializer.Deserialize<Heard>(line, Json),
                null => throw new ProtocolException("a message without 't'"),
                _ => null,
            };
            return message switch
            {
                { } when message.Items.Contains(null) => throw new ProtocolException("a list holds null"),
                { } when message.Fractions.Any(number => double.IsInfinity(number ?? 0)) => throw new ProtocolException(
                    "a number is too large"
                ),
                _ => message,
            };
        }
        catch (JsonException e)
        {
            throw new ProtocolException(e.Message);
        }
    }

    /// <summary>About one item, or (without an id) about the worker as a whole.</summary>
    public sealed record Error : WorkerMessage
    {
        public long? Id { get; init; }

        public string Code { get; init; } = "internal";

        public bool Retryable { get; init; }

        public string Message { get; init; } = "";

        public string Cure { get; init; } = "";

        /// <summary>The diagnostic's code, where the worker knows it better than its own code tells.</summary>
        public string Finding { get; init; } = "";
    }

    private sealed record Kind(string? T);
}
