using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>Where Whisper's models are. A build looks and never fetches.</summary>
internal static class WhisperModels
{
    /// <summary>Names that <c>NarrationRecognizerModel</c> may have instead of a file.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tiny.en", "base.en", "small.en", "base", "small"];

    /// <summary>For all models; a fetched file is in a folder with the model's name.</summary>
    private const string Folder = "whisper";

    /// <summary>Of files: whole, and quantized.</summary>
    private static readonly string[] _kinds = ["", "-q8_0", "-q5_1"];

    /// <summary>The first that is on this machine; null: none.</summary>
    /// <param name="settings">Names and folders.</param>
    /// <param name="projectDirectory">Where relative paths start.</param>
    /// <param name="languages">Of the takes: some models know English only.</param>
    public static string? Find(NarrationSettings settings, string projectDirectory, IEnumerable<string> languages) =>
        Wanted(settings, languages).SelectMany(name => Paths(name, settings, projectDirectory)).FirstOrDefault(File.Exists);

    /// <summary>In the order in which they are looked for.</summary>
    public static IReadOnlyList<string> Wanted(NarrationSettings settings, IEnumerable<string> languages) =>
        Named(settings) is { Count: > 0 } named ? named
        : languages.All(language => language.Equals(NarrationSettings.DefaultLanguage, StringComparison.OrdinalIgnoreCase))
            ? ["base.en", "base"]
        : ["base"];

    /// <summary>
    /// What <c>PrepareNarration</c> asks the program to check: the file of the model that is named, else its name, which may be fetched.
    /// Null if listening was not requested.
    /// </summary>
    public static string? ToPrepare(NarrationSettings settings, string projectDirectory)
    {
        var isWanted =
            settings.Check == CheckMode.Required
            || Named(settings).Count > 0
            || settings.Values.Get(SettingsTable.Recognizer).Contains("whisper", StringComparer.OrdinalIgnoreCase);
        string[] languages = [settings.Defaults.Language ?? NarrationSettings.DefaultLanguage];
        return !isWanted || settings.Check == CheckMode.Off
            ? null
            : Find(settings, projectDirectory, languages) ?? Wanted(settings, languages)[0];
    }

    private static List<string> Named(NarrationSettings settings) =>
        [.. settings.Values.Get(SettingsTable.RecognizerModel).Where(name => !MlxRecognizer.IsModel(name))];

    private static IEnumerable<string> Paths(string name, NarrationSettings settings, string projectDirectory) =>
        Names.Contains(name)
            ? NeuralModels
                .Folders(settings)
                .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, Folder) })
                .SelectMany(folder => _kinds.Select(kind => Path.Combine(folder, $"ggml-{name}{kind}.bin")))
            : [Path.GetFullPath(Path.Combine(projectDirectory, name))];
}
