using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>Finds voices: first in the folders that the host names, then beside the program.</summary>
/// <param name="folders">Folders with a subfolder for each voice, in search order.</param>
internal sealed class VoiceCatalog(IReadOnlyList<string> folders)
{
    /// <summary>The voice that comes with the program.</summary>
    public const string DefaultVoice = "heart";

    /// <summary>The voices that come with the program: beside it, or in a package beside its folder, for all platforms.</summary>
    public static string Shipped { get; } =
        new[] { "Voices", "../Voices" }
            .Select(folder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, folder)))
            .OrderByDescending(Directory.Exists)
            .First();

    /// <summary>The names of all available voices, sorted.</summary>
    public IReadOnlyList<string> Names =>
        [
            .. folders
                .Where(Directory.Exists)
                .SelectMany(Directory.GetDirectories)
                .Where(folder => File.Exists(Path.Combine(folder, VoiceManifest.FileName)))
                .Select(folder => Path.GetFileName(folder))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The voice's manifest; null if there is no such voice.</summary>
    /// <exception cref="Fault">The voice's manifest cannot be read.</exception>
    public VoiceManifest? Find(string name)
    {
        var folder = IsName(name)
            ? folders.Select(parent => Path.Combine(parent, name)).FirstOrDefault(f => File.Exists(Path.Combine(f, VoiceManifest.FileName)))
            : null;
        return folder is null ? null : VoiceManifest.Read(Path.GetFullPath(folder));
    }

    /// <summary>The fault that lists the available voices.</summary>
    public Fault Unknown(string name, FaultCode code) =>
        new(
            code,
            $"There is no voice '{name}'. Voices here: {string.Join(", ", Names)}.",
            "Name one of them, or put the voice's folder where NarrationModelPath points."
        );

    /// <summary>Whether it names a single folder, never a path out of it.</summary>
    private static bool IsName(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
