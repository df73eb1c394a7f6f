using System.Text.Json;

namespace FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;

/// <summary>Reads an entry of an index that may be of any shape.</summary>
internal static class IndexElement
{
    /// <summary>The key of an entry that this package wrote; null for those of other tools.</summary>
    public static string? Key(JsonElement element) =>
        Field(element, "narration_key") is { ValueKind: JsonValueKind.String } key ? Text(key) : null;

    /// <summary>Whether an entry says the same as it would today.</summary>
    public static bool IsSame(JsonElement known, FlamingHorseEntry entry) =>
        known.ValueKind == JsonValueKind.Object
        && Text(Field(known, "text")) == entry.Text
        && Text(Field(known, "audio_file")) == entry.AudioFile
        && Text(Field(known, "model_id")) == entry.Model
        && Text(Field(known, "ref_audio")) == entry.ReferenceAudio
        && Field(known, "duration_seconds") is { ValueKind: JsonValueKind.Number } seconds
        && seconds.GetDouble().Equals(entry.Seconds);

    /// <summary>Seconds since 1970; null where it has none.</summary>
    public static double? CreatedAt(JsonElement known) =>
        Field(known, "created_at") is { ValueKind: JsonValueKind.Number } time
        && time.GetDouble() is var seconds
        && double.IsFinite(seconds)
            ? seconds
            : null;

    private static JsonElement Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: nothing of ours
        }
    }
}
