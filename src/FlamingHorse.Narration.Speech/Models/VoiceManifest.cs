using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>What a voice's folder says of itself (<c>voice.json</c>), so that another voice of the kind is a folder and no code.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="Name">The name that projects use.</param>
/// <param name="Language">Full name, lower case; the only one that it speaks.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="Network">File name of the acoustic model.</param>
/// <param name="Alphabet">File name of the phonemes' ids.</param>
/// <param name="Hashes">SHA-256 in lower-case hex of every file that determines the sound, by file name.</param>
internal sealed record VoiceManifest(
    string Folder,
    string Name,
    string Language,
    int SampleRate,
    string Network,
    string Alphabet,
    IReadOnlyDictionary<string, string> Hashes
)
{
    public const string FileName = "voice.json";

    /// <summary>The kind of voice that this program supports: durations, pitch and five maps of 601 bins at a hop of 300.</summary>
    private const string Kind = "spectra-1200-300";

    /// <summary>Identifies the model in a clip's record.</summary>
    public string ModelHash => Hashes[Network];

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <exception cref="Fault">It cannot be read, or has another kind.</exception>
    public static VoiceManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var hashes = root.GetProperty("files")
                .EnumerateObject()
                .ToDictionary(file => file.Name, file => Text(file.Value), StringComparer.Ordinal);
            var manifest = new VoiceManifest(
                folder,
                Text(root.GetProperty("name")),
                Text(root.GetProperty("language")),
                root.GetProperty("sample_rate").GetInt32(),
                Text(root.GetProperty("network")),
                Text(root.GetProperty("alphabet")),
                hashes
            );
            var kind = Text(root.GetProperty("kind"));
            return kind == Kind && hashes.ContainsKey(manifest.Network) && hashes.ContainsKey(manifest.Alphabet)
                ? manifest
                : throw new Fault(
                    FaultCode.NoModel,
                    $"{path} describes a voice of kind '{kind}'; this program speaks '{Kind}', with hashes of its network and alphabet.",
                    "Use a version of the Speech package that supports this voice."
                );
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
                        or ArgumentException
            )
        {
            throw new Fault(FaultCode.NoModel, $"{path} cannot be read: {e.Message}", "Restore the voice's folder.", e);
        }
    }

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("a text is missing");
}
