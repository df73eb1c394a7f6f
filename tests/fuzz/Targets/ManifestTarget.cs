using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>
/// The reader of JSON that the compiler loads, and the manifest that it reads. A text is JSON for it where it is for the runtime; it is
/// refused by <see cref="FormatException"/>, or it is a manifest, and written and read again the same.
/// </summary>
internal static class ManifestTarget
{
    /// <returns>Whether it is a manifest.</returns>
    public static bool Read(byte[] file)
    {
        // Of bytes that are no UTF-8 both see the replacement character.
        var text = Encoding.UTF8.GetString(file);
        using var document = TryParse(text);
        PropertyBrokenException.Unless(
            Skips(text) == (document is not null && !HasEscapedName(text)),
            document is null ? "it takes what is no JSON" : "it refuses JSON"
        );
        NarrationManifest manifest;
        try
        {
            manifest = ManifestReader.Read(text);
        }
        catch (FormatException)
        {
            return false;
        }

        var written = ManifestWriter.Write(manifest);
        PropertyBrokenException.Unless(ManifestWriter.Write(ManifestReader.Read(written)) == written, "it is read as another manifest");
        CheckNumbers(manifest, document!.RootElement.GetProperty("segments"));
        return true;
    }

    private static void CheckNumbers(NarrationManifest manifest, JsonElement segments)
    {
        foreach (var (segment, element) in manifest.Segments.Zip(segments.EnumerateArray()))
        {
            Compare("order", segment.Order);
            Compare("rank", segment.Rank);
            Compare("rate", segment.SampleRate);
            Compare("samples", segment.SampleCount);

            void Compare(string name, long? read) =>
                PropertyBrokenException.Unless(
                    !element.TryGetProperty(name, out var number) || number.GetInt64() == read,
                    $"the {name} is read as another number"
                );
        }
    }

    private static bool Skips(string text)
    {
        try
        {
            var reader = new JsonReader(text);
            reader.Skip();
            reader.End();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>No file of ours has a member whose name needs an escape, so the reader knows none.</summary>
    private static bool HasEscapedName(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                return true;
            }
        }

        return false;
    }
}
