using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>Where voices lie: first in the folders that the host names, then beside the program.</summary>
/// <param name="folders">Each holds a folder for each voice, in the order in which they are looked in.</param>
internal sealed class VoiceCatalog(IReadOnlyList<string> folders)
{
    /// <summary>The voice that comes with the program.</summary>
    public const string DefaultVoice = "heart";

    /// <summary>The voices that come with the program: beside it, or beside its folder in a package, where all platforms share them.</summary>
    public static string Shipped { get; } =
        new[] { "Voices", "../Voices" }
            .Select(folder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, folder)))
            .OrderByDescending(Directory.Exists)
            .First();

    /// <summary>Of all voices that are there, sorted.</summary>
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

    /// <summary>Null: there is no such voice.</summary>
    /// <exception cref="Fault">The voice's manifest cannot be read.</exception>
    public VoiceManifest? Find(string name)
    {
        var folder = IsName(name)
            ? folders.Select(parent => Path.Combine(parent, name)).FirstOrDefault(f => File.Exists(Path.Combine(f, VoiceManifest.FileName)))
            : null;
        return folder is null ? null : VoiceManifest.Read(Path.GetFullPath(folder));
    }

    /// <summary>Says which voices there are.</summary>
    public Fault Unknown(string name, FaultCode code) =>
        new(
            code,
            $"There is no voice '{name}'. Voices here: {string.Join(", ", Names)}.",
            "Name one of them, or put the voice's folder where NarrationModelPath points."
        );

    /// <summary>A name is one folder's, never a path out of it.</summary>
    private static bool IsName(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
