using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>The base of the tasks that follow a build: their settings, and how they report errors.</summary>
public abstract class NarrationTask : CancellableTask
{
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Absolute, ends in a separator.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    public ITaskItem[] Voices { get; set; } = [];

    /// <summary>A line <c>Name=value</c> for each setting.</summary>
    public string Settings { get; set; } = "";

    /// <summary>As it was when the task began.</summary>
    private protected IReadOnlyDictionary<string, string> Variables { get; private set; } = new Dictionary<string, string>();

    internal string ProjectDirectory => Path.GetDirectoryName(ProjectFile)!;

    public sealed override bool Execute()
    {
        Variables = ProcessEnvironment.Read();
        var log = new MSBuildLog(Log, ProjectFile, quiet: false);
        try
        {
            return ExecuteAsync(log).GetAwaiter().GetResult() && !Log.HasLoggedErrors;
        }
        catch (OperationCanceledException)
        {
            // Told by MSBuild.
        }
        catch (NarrationException e)
        {
            log.Report(e.Finding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Report(StoreFindings.OutputNotWritable.At(null, $"{e.Message} {CureForWriting}"));
        }

        return false;
    }

    /// <summary>What helps when a file cannot be written.</summary>
    private protected abstract string CureForWriting { get; }

    /// <summary>False when the build must fail; then the errors are logged.</summary>
    private protected abstract Task<bool> ExecuteAsync(MSBuildLog log);

    /// <param name="findings">What is wrong with them.</param>
    internal NarrationSettings ReadSettings(ICollection<Finding> findings) =>
        SettingsReader.Read(
            new()
            {
                Properties = SettingsText.Parse(Settings),
                Voices = [.. Voices.Select(VoiceItems.Read)],
                Environment = Variables,
                ProjectDirectory = ProjectDirectory,
                Backends = BackendRegistry.Descriptors,
                FindPlace = PropertyDeclarations.Read(ProjectFile, GlobalProperties.ReadNames(BuildEngine)).FindPlace,
            },
            findings
        );

    /// <summary>
    /// The settings after a build, which has reported whatever it reads itself; an error is of a setting that only this target reads.
    /// </summary>
    /// <exception cref="NarrationException">FHN2020.</exception>
    private protected NarrationSettings ReadSettingsAfterBuild()
    {
        var findings = new List<Finding>();
        var settings = ReadSettings(findings);
        return findings.Find(finding => finding.Kind.Severity == FindingSeverity.Error) is { } error
            ? throw new NarrationException(error)
            : settings;
    }
}
