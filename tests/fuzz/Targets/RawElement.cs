using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>
/// Writes a value of any type as it stood in the line: half of a surrogate pair is JSON, and no text that could be written.
/// </summary>
internal sealed class RawElement : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.GetRawText());
}
