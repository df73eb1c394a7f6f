using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace FlamingHorse.Narration.Engine.Storage.Content;

/// <summary>
/// What an action key leads to: the audio and the record that describes it, both by content.
/// Written as the remote execution API's <c>ActionResult</c> in protobuf's JSON, so that caches which validate it take it unmodified.
/// </summary>
public sealed record ActionResult(Digest Audio, Digest Meta)
{
    /// <summary>No action is longer; a longer answer is something else.</summary>
    public const int MaxBytes = 64 * 1024;

    private const string AudioName = "audio.wav";
    private const string MetaName = "meta.json";

    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("outputFiles");
        WriteFile(json, AudioName, Audio);
        WriteFile(json, MetaName, Meta);
        json.WriteEndArray();
        json.WriteNumber("exitCode", 0);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>
    /// Null for anything that is not an action of ours. Unknown fields are passed over; paths are names here and place nothing.
    /// </summary>
    public static ActionResult? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || (root.TryGetProperty("exitCode", out var exitCode) && exitCode.GetInt32() != 0)
                || !root.TryGetProperty("outputFiles", out var files)
            )
            {
                return null;
            }

            Digest? audio = null,
                meta = null;
            foreach (var file in files.EnumerateArray())
            {
                switch (file.GetProperty("path").GetString())
                {
                    case AudioName:
                        audio = ReadDigest(file);
                        break;
                    case MetaName:
                        meta = ReadDigest(file);
                        break;
                    default:
                        break;
                }
            }

            return audio is { } a && meta is { } m ? new ActionResult(a, m) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static void WriteFile(Utf8JsonWriter json, string path, Digest digest)
    {
        json.WriteStartObject();
        json.WriteString("path", path);
        json.WriteStartObject("digest");
        json.WriteString("hash", digest.Hash);
        // 64-bit integers are strings in protobuf's JSON.
        json.WriteString("sizeBytes", digest.Size.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Digest? ReadDigest(JsonElement file)
    {
        var digest = file.GetProperty("digest");
        var hash = digest.GetProperty("hash").GetString();
        var size = digest.GetProperty("sizeBytes");
        var bytes =
            size.ValueKind == JsonValueKind.Number
                ? size.GetInt64()
                : long.Parse(size.GetString() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        return Digest.IsHash(hash) && bytes > 0 ? new Digest(hash!, bytes) : null;
    }
}
