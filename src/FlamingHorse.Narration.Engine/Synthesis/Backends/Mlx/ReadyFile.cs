using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>
/// <c>ready.json</c> in the form that Flaming Horse writes and reads: what was prepared, proved by a fingerprint of all that matters.
/// </summary>
internal static class ReadyFile
{
    public const string FileName = "ready.json";

    private static readonly JsonWriterOptions _indented = new()
    {
        Indented = true,
        IndentSize = 2,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Does the file prove this voice, on the device and in the number format that it names? A file that cannot be read proves nothing.
    /// </summary>
    /// <param name="path">Of the file.</param>
    /// <param name="voice">The narrator.</param>
    /// <param name="referenceText">Path of the transcript.</param>
    public static bool Proves(string path, Voice voice, string? referenceText)
    {
        try
        {
            if (!File.Exists(path))
            {
                return false;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.GetProperty("device").GetString() is { } device
                && root.GetProperty("dtype").GetString() is { } dtype
                && root.GetProperty("fingerprint").GetString() == Fingerprint(voice, referenceText, device, dtype);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <param name="path">Its folder is made when it is missing.</param>
    /// <param name="voice">The narrator.</param>
    /// <param name="result">The worker's last line.</param>
    /// <param name="referenceText">Path of the transcript.</param>
    /// <param name="isOffline">No download was allowed.</param>
    /// <param name="preparedAt">Now.</param>
    public static void Write(string path, Voice voice, JsonElement result, string? referenceText, bool isOffline, DateTimeOffset preparedAt)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _indented))
        {
            var device = result.GetProperty("device").GetString()!;
            var dtype = result.GetProperty("dtype").GetString()!;
            json.WriteStartObject();
            json.WriteString("fingerprint", Fingerprint(voice, referenceText, device, dtype));
            json.WriteString("model_id", voice.Model);
            json.WriteString("model_source", result.GetProperty("model_source").GetString());
            json.WriteString("device", device);
            json.WriteString("dtype", dtype);
            json.WriteString("ref_audio", voice.ReferenceAudio);
            json.WriteString("ref_text", referenceText);
            json.WriteBoolean("offline", isOffline);
            json.WritePropertyName("timings");
            result.GetProperty("timings").WriteTo(json);
            json.WriteNumber("prepared_in_seconds", result.GetProperty("prepared_in_seconds").GetDouble());
            json.WriteNumber("prepared_at", preparedAt.ToUnixTimeMilliseconds() / 1000.0);
            json.WriteEndObject();
        }

        AtomicFile.Write(path, bytes.ToArray());
    }

    /// <summary>SHA-256 of compact JSON with sorted keys, as Python's <c>json.dumps(…, sort_keys=True, separators=(",", ":"))</c> writes
    /// it.
    /// Both files are compared by their bytes on disk.</summary>
    internal static string Fingerprint(Voice voice, string? referenceText, string device, string dtype)
    {
        var transcript =
            referenceText is not null && File.Exists(referenceText)
                ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(referenceText)))
                : voice.ReferenceTextHash;
        var fields = new[]
        {
            ("device", device),
            ("dtype", dtype),
            ("language", voice.Language),
            ("model_id", voice.Model),
            ("ref_audio_sha256", voice.ReferenceAudioHash ?? ""),
            ("ref_text_sha256", transcript ?? ""),
        };
        var json = $"{{{string.Join(',', fields.Select(field => $"\"{field.Item1}\":{Quoted(field.Item2)}"))}}}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>
    /// Python escapes quotes, backslashes, controls and whatever is not ASCII, in lower-case hex; this library's encoders escape more.
    /// </summary>
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                >= ' ' and <= '~' => quoted.Append(c),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        return quoted.Append('"').ToString();
    }
}
