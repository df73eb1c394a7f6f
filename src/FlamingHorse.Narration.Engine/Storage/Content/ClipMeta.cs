using System.Text.Json;
using System.Text.Json.Serialization;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Storage.Content;

/// <summary>The form of <c>meta.json</c>: a <see cref="ClipRecord"/> whose numbers make sense.</summary>
public static class ClipMeta
{
    /// <summary>No record is longer.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>No clip is longer: 45 minutes at 24 kHz. Bounds what a server can make this machine read.</summary>
    public const int MaxAudioBytes = 128 * 1024 * 1024;

    public static byte[] ToJson(ClipRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, ClipMetaContext.Default.ClipRecord);

    /// <summary>Null for anything that is not a sound record.</summary>
    public static ClipRecord? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ClipMetaContext.Default.ClipRecord) is { } record && IsSound(record) ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a record is sound and says of this audio what is so.</summary>
    public static bool Describes(ClipRecord record, ReadOnlySpan<byte> wav) =>
        IsSound(record)
        && new Digest(record.AudioHash, record.AudioBytes).IsOf(wav)
        && WavShape.Read(wav) == new WavShape(record.SampleRate, record.SampleCount);

    /// <summary>Whether the numbers of a record agree with each other.</summary>
    public static bool IsSound(ClipRecord record) =>
        Digest.IsHash(record.Key.Hex)
        && Digest.IsHash(record.AudioHash)
        && record.AudioBytes is > 0 and <= MaxAudioBytes
        && record.SampleRate > 0
        && record.SpeechStart >= 0
        && record.SpeechStart <= record.SpeechEnd
        && record.SpeechEnd <= record.SampleCount
        && (record.StandsFor is null || Digest.IsHash(record.StandsFor))
        && AreSound(record.Words ?? [], record)
        && (record.Checks ?? []).All(check => AreSound(check.Words ?? [], record));

    /// <summary>Whether words follow each other within their clip.</summary>
    private static bool AreSound(IReadOnlyList<WordTime> words, ClipRecord record)
    {
        var (token, start, end) = (-1, 0L, 0L);
        foreach (var word in words)
        {
            if (word.Token <= token || word.Start < start || word.End < word.Start)
            {
                return false;
            }

            (token, start, end) = (word.Token, word.Start, Math.Max(end, word.End));
        }

        // The last step may begin within the clip and end after it.
        return (end - 1) * record.SampleRate < record.SampleCount * WordTime.StepsPerSecond;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    Converters = [typeof(ActionKeyConverter)]
)]
[JsonSerializable(typeof(ClipRecord))]
internal sealed partial class ClipMetaContext : JsonSerializerContext;

internal sealed class ActionKeyConverter : JsonConverter<ActionKey>
{
    public override ActionKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException());

    public override void Write(Utf8JsonWriter writer, ActionKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
