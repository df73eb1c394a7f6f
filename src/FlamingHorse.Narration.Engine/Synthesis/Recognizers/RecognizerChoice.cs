using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>Who listens on this machine, by the settings. Looks at files; starts nothing.</summary>
/// <param name="settings">As configured.</param>
/// <param name="projectDirectory">Where relative paths start.</param>
/// <param name="workersDirectory">The package's folder of workers.</param>
internal sealed partial class RecognizerChoice(NarrationSettings settings, string projectDirectory, string workersDirectory)
{
    private const string Auto = "Auto";
    private const string None = "None";
    private const string Whisper = "whisper";
    private const string Worker = "worker";

    /// <summary>Transcripts first.</summary>
    private IReadOnlyList<string> AutoNames =>
        [
            .. settings.Backend == MlxRecognizer.Name ? [MlxRecognizer.Name] : Array.Empty<string>(),
            .. HasCommand ? [Worker] : Array.Empty<string>(),
            Whisper,
            PocketSphinxSetup.Recognizer,
        ];

    /// <summary>In order; empty if there is no recognizer. <c>Auto</c> uses what is installed and reports nothing missing.</summary>
    /// <param name="languages">Of the takes.</param>
    /// <param name="voices">Of the takes.</param>
    /// <param name="report">FHN2060 or FHN2062 about what is named and not there.</param>
    public IReadOnlyList<RecognizerSetup> Choose(IEnumerable<string> languages, IReadOnlyList<Voice> voices, Action<Finding> report)
    {
        var names = settings.Values.Get(SettingsTable.Recognizer);
        if (settings.Check == CheckMode.Off || names.Any(name => Is(name, None)))
        {
            return [];
        }

        return
        [
            .. names
                .SelectMany(name => Is(name, Auto) ? AutoNames : [name])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(name => Find(name, languages, IsMissed(name, names) ? report : _ => { }))
                .OfType<RecognizerSetup>()
                .Select(setup => setup is ProtocolSetup { Brings: HeardParts.All } compares ? compares with { Voices = voices } : setup),
        ];
    }

    private bool HasCommand => settings.Values.Get(SettingsTable.RecognizerCommand).Length > 0;

    /// <summary>The named recognizers; if listening is required, also those that would have given a transcript.</summary>
    private bool IsMissed(string name, IReadOnlyList<string> names) =>
        names.Any(named => Is(named, name)) || settings.Check == CheckMode.Required && !Is(name, PocketSphinxSetup.Recognizer);

    // The settings' table lets no other name through.
    private RecognizerSetup? Find(string name, IEnumerable<string> languages, Action<Finding> report) =>
        Is(name, Whisper) ? FindWhisper(languages, report)
        : Is(name, MlxRecognizer.Name)
            ? MlxRecognizer.Describe(
                settings,
                projectDirectory,
                workersDirectory,
                isOptional: !settings.Values.Get(SettingsTable.Recognizer).Any(named => Is(named, name))
            )
        : Is(name, PocketSphinxSetup.Recognizer)
            ? new PocketSphinxChoice(settings, projectDirectory, workersDirectory).Find(languages, report)
        : FindWorker(report);

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
