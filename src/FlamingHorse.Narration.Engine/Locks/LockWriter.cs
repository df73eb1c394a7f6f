using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>
/// Writes a lock that people can read and Git can merge: one line for each voice and each segment, in ordinal order, with LF.
/// </summary>
internal static class LockWriter
{
    public const string Schema = "schema";
    public const string Voices = "voices";
    public const string Segments = "segments";

    // Ids in other scripts stay readable in a diff; the file is never put into HTML.
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Write(NarrationLock content)
    {
        var output = new ArrayBufferWriter<byte>(1024 + (content.Segments.Count * 320));
        output.Write(content.Schema == 1 ? "{\n  \"schema\": 1,\n  \"voices\": {"u8 : "{\n  \"schema\": 2,\n  \"voices\": {"u8);
        WriteLines(output, content.Voices, LockedVoiceWriter.Write);
        output.Write("},\n  \"segments\": {"u8);
        WriteLines(output, content.Segments, LockedSegmentWriter.Write);
        output.Write("}\n}\n"u8);
        return output.WrittenMemory;
    }

    /// <summary>How a line of this name begins.</summary>
    public static string NameOf(string name) => $"\"{JsonEncodedText.Encode(name, _options.Encoder)}\":";

    private static void WriteLines<T>(
        ArrayBufferWriter<byte> output,
        IReadOnlyDictionary<string, T> entries,
        Action<Utf8JsonWriter, T> write
    )
    {
        if (entries.Count == 0)
        {
            return;
        }

        using var json = new Utf8JsonWriter(output, _options);
        var separator = "\n    "u8;
        foreach (var (name, entry) in entries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.Write(separator);
            json.WriteStringValue(name);
            json.Flush();
            json.Reset();
            output.Write(": "u8);
            json.WriteStartObject();
            write(json, entry);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            separator = ",\n    "u8;
        }

        output.Write("\n  "u8);
    }
}
