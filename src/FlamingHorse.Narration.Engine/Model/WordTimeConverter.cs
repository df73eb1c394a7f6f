using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>Three numbers instead of three named members: a long clip has many words, and its record a limit.</summary>
internal sealed class WordTimeConverter : JsonConverter<WordTime>
{
    public override WordTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var word = new WordTime(Next(ref reader), Next(ref reader), Next(ref reader));
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? word : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, WordTime value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Token);
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }

    private static int Next(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)
            ? number
            : throw new JsonException();
}
