using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <content>The programs that speak the worker protocol: Whisper's, and one of the user's own.</content>
internal sealed partial class RecognizerChoice
{
    private ProtocolSetup? FindWhisper(IEnumerable<string> languages, Action<Finding> report)
    {
        if (settings.Values.Get(NeuralSettings.Program) is not { } program || !File.Exists(program))
        {
            report(
                VoiceFindings.RecognizerUnavailable.At(
                    null,
                    "Whisper comes with the package FlamingHorse.Narration.Speech, which is not referenced: run 'dotnet add package "
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
}
