using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>Who listens on this machine, by the settings. Looks at files; starts nothing.</summary>
/// <param name="settings">As configured.</param>
/// <param name="projectDirectory">Where relative paths start.</param>
/// <param name="workersDirectory">The package's folder of workers.</param>
internal sealed class RecognizerChoice(NarrationSettings settings, string projectDirectory, string workersDirectory)
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

    /// <summary>In order; empty where nobody listens. <c>Auto</c> takes what is there and says nothing of what is not.</summary>
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

    /// <summary>Whoever is named; where listening is required, also whoever would have written down what is heard.</summary>
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

    private ProtocolSetup? FindWhisper(IEnumerable<string> languages, Action<Finding> report)
    {
        if (settings.Values.Get(NeuralSettings.Program) is not { } program || !File.Exists(program))
        {
            report(
                VoiceFindings.RecognizerUnavailable.At(
                    null,
                    "Whisper listens by the package FlamingHorse.Narration.Speech, which is not referenced: run 'dotnet add package "
                        + "FlamingHorse.Narration.Speech'."
                )
            );
            return null;
        }

        if (WhisperModels.Find(settings, projectDirectory, languages) is not { } model)
        {
            report(
                VoiceFindings.RecognizerModelMissing.At(
                    null,
                    $"None of Whisper's models {string.Join(", ", WhisperModels.Wanted(settings, languages))} is on this machine. Put it "
                        + $"into a folder 'whisper' where NarrationModelPath points, or name its file in NarrationRecognizerModel."
                )
            );
            return null;
        }

        return Setup(
            Whisper,
            NeuralProgram.Command(program, [], Variables, settings.Machine.Environment, projectDirectory) with
            {
                Launcher = Path.Combine(workersDirectory, "launch.sh"),
                KeepsAwake = true,
            },
            HeardParts.Transcript
        ) with
        {
            Model = model,
        };
    }

    private ProtocolSetup? FindWorker(Action<Finding> report)
    {
        try
        {
            if (CommandLine.Split(settings.Values.Get(SettingsTable.RecognizerCommand)) is { Count: > 0 } parts)
            {
                return Setup(
                    Worker,
                    new ChildCommand(parts[0], [.. parts.Skip(1)])
                    {
                        Environment = Variables,
                        WorkingDirectory = projectDirectory,
                        Launcher = Path.Combine(workersDirectory, "launch.sh"),
                        KeepsAwake = true,
                    },
                    HeardParts.All
                );
            }

            report(
                VoiceFindings.RecognizerUnavailable.At(null, "NarrationRecognizer is 'worker' and NarrationRecognizerCommand is empty.")
            );
        }
        catch (FormatException e)
        {
            report(VoiceFindings.RecognizerUnavailable.At(null, $"NarrationRecognizerCommand cannot be read: {e.Message}"));
        }

        return null;
    }

    private IReadOnlyDictionary<string, string> Variables =>
        ChildEnvironment.ForWorker(settings.Machine.Environment, settings.Worker.Variables, allowDownload: false);

    private ProtocolSetup Setup(string name, ChildCommand command, HeardParts brings) =>
        new(name, command, brings)
        {
            ModelFolders = NeuralModels.Folders(settings),
            MemoryLimit = settings.Worker.MemoryLimit,
            Timeouts = WorkerTimeouts.From(settings.Machine.Environment.GetValueOrDefault),
        };

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
