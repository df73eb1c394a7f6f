using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>Whether pocketsphinx is on this machine. Looks at files; starts nothing.</summary>
/// <param name="settings">As configured.</param>
/// <param name="projectDirectory">Where its programs run.</param>
/// <param name="workersDirectory">The package's folder of workers.</param>
internal sealed class PocketSphinxChoice(NarrationSettings settings, string projectDirectory, string workersDirectory)
{
    /// <param name="languages">Of the takes; where none is English there is nothing for it to do.</param>
    /// <param name="report">FHN2060 where it is not there.</param>
    public PocketSphinxSetup? Find(IEnumerable<string> languages, Action<Finding> report)
    {
        if (!languages.Any(LanguageTag.IsEnglish))
        {
            return null;
        }

        var setup = Describe();
        if (setup.Files.FindMissing() is not { } missing)
        {
            return setup;
        }

        report(VoiceFindings.RecognizerUnavailable.At(null, $"{missing.TrimEnd('.')}. Without it, word times remain estimates."));
        return null;
    }

    /// <summary>Where everything is, or should be.</summary>
    public PocketSphinxSetup Describe()
    {
        var path = Variables.GetValueOrDefault("PATH");
        var program = Executable.Find(PocketSphinxFiles.ProgramName, path, projectDirectory);
        var flite = Executable.Find(SystemEngines.Flite, path, projectDirectory);
        return new PocketSphinxSetup(
            PocketSphinxFiles.In(program ?? PocketSphinxFiles.ProgramName, PocketSphinxFiles.DebianFolder),
            new WordReader(Speech(), flite is null ? null : Tool(flite, "-f", "/dev/stdin", "-ps", "-o", "none"))
        )
        {
            Command = Tool(program ?? PocketSphinxFiles.ProgramName),
            Timeouts = WorkerTimeouts.From(settings.Machine.Environment.GetValueOrDefault),
        };
    }

    private IReadOnlyDictionary<string, string> Variables { get; } = ChildEnvironment.ForSystemTools(settings.Machine.Environment);

    private ChildCommand? Speech() =>
        settings.Values.Get(NeuralSettings.Program) is { } program && File.Exists(program)
            ? NeuralProgram.Command(program, ["--phonemes"], Variables, settings.Machine.Environment, projectDirectory) with
            {
                Launcher = Launcher,
            }
            : null;

    private ChildCommand Tool(string program, params string[] arguments) =>
        new(program, arguments)
        {
            Environment = Variables,
            WorkingDirectory = projectDirectory,
            Launcher = Launcher,
        };

    private string Launcher => Path.Combine(workersDirectory, "launch.sh");
}
