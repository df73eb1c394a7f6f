using System.Text.Json;

namespace FlamingHorse.Narration.Bridge.Tests.Support;

/// <summary>Reads an <c>output_dir</c> as its description says that Flaming Horse does; knows nothing of the writer.</summary>
internal sealed class FlamingHorseReader(string folder)
{
    private readonly JsonElement[] _entries =
    [
        .. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "cache.json"))).RootElement.EnumerateArray(),
    ];

    public IReadOnlyList<string> Keys =>
        [
            .. _entries
                .Where(entry => entry.TryGetProperty("narration_key", out _))
                .Select(entry => entry.GetProperty("narration_key").GetString()!),
        ];

    public JsonElement this[string key] =>
        _entries.Single(entry => entry.TryGetProperty("narration_key", out var own) && own.GetString() == key);

    /// <summary>The file that speaks a text, found by the text with its white space collapsed, and its length in seconds.</summary>
    public (string Path, double Seconds) Find(string text)
    {
        var wanted = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var entry = _entries.First(entry => entry.TryGetProperty("text", out var own) && own.GetString() == wanted);
        return (Path.Combine(folder, entry.GetProperty("audio_file").GetString()!), entry.GetProperty("duration_seconds").GetDouble());
    }
}
