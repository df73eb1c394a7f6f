using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;

/// <summary>
/// The index of Flaming Horse's voice-overs, shared with its own tools: our keys are replaced, everything else stays as it was, byte by
/// byte.
/// </summary>
internal static class FlamingHorseIndex
{
    public const string FileName = "cache.json";

    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The new index. Ours come first: a reader that looks for a text must find today's take before an entry that was forgotten.
    /// </summary>
    /// <param name="before">The file as it is; null when there is none.</param>
    /// <param name="path">For messages.</param>
    /// <param name="entries">Ours; each with whether its MP3 was made now.</param>
    /// <param name="now">Of what is new.</param>
    /// <exception cref="NarrationException">FHN3054: the existing file is not such an index.</exception>
    public static byte[] Merge(
        byte[]? before,
        string path,
        IReadOnlyList<(FlamingHorseEntry Entry, bool IsNew)> entries,
        DateTimeOffset now
    )
    {
        using var document = Parse(before, path);
        var old = document?.RootElement.EnumerateArray().ToList() ?? [];
        var ours = entries.Select(pair => pair.Entry.Key).ToHashSet(StringComparer.Ordinal);
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, _options))
        {
            json.WriteStartArray();
            foreach (var (entry, isNew) in entries)
            {
                var known = old.FindLast(element => IndexElement.Key(element) == entry.Key);
                Write(json, entry, isNew || !IndexElement.IsSame(known, entry) ? Unix(now) : IndexElement.CreatedAt(known) ?? Unix(now));
            }

            foreach (var foreign in old.Where(element => IndexElement.Key(element) is not { } key || !ours.Contains(key)))
            {
                // Raw: numbers, escapes and half surrogates of others pass unread.
                json.WriteRawValue(foreign.GetRawText(), skipInputValidation: true);
            }

            json.WriteEndArray();
        }

        return [.. output.WrittenSpan, (byte)'\n'];
    }

    private static JsonDocument? Parse(byte[]? before, string path)
    {
        if (before is null)
        {
            return null;
        }

        try
        {
            var content = before is [0xEF, 0xBB, 0xBF, ..] ? before.AsMemory(3) : before;
            var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? document
                : throw Unreadable(path, "it is not an array of entries.", null);
        }
        catch (JsonException error)
        {
            throw Unreadable(path, "it is not valid JSON.", error);
        }
    }

    private static NarrationException Unreadable(string path, string why, JsonException? error) =>
        new(
            StoreFindings.IndexUnreadable.At(
                new(path, (int)(error?.LineNumber ?? 0) + 1, (int)(error?.BytePositionInLine ?? 0) + 1),
                $"{FileName} cannot be read: {why} It was left unchanged. Correct it, or delete it to have it rebuilt from this "
                    + $"project alone."
            ),
            error
        );

    private static double Unix(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalMicroseconds / 1_000_000;

    private static void Write(Utf8JsonWriter json, FlamingHorseEntry entry, double createdAt)
    {
        json.WriteStartObject();
        json.WriteString("narration_key", entry.Key);
        json.WriteString("text", entry.Text);
        json.WriteString("audio_file", entry.AudioFile);
        json.WriteString("model_id", entry.Model);
        json.WriteString("ref_audio", entry.ReferenceAudio);
        json.WriteNumber("duration_seconds", entry.Seconds);
        json.WriteNumber("created_at", createdAt);
        json.WriteEndObject();
    }
}
