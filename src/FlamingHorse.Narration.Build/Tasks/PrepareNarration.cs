using FlamingHorse.Narration.Build.Items;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Engine.Preparation;
using FlamingHorse.Narration.Engine.Settings;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Checks the backend, and with <see cref="Setup"/> makes the MLX environment first.</summary>
[MSBuildMultiThreadableTask]
public sealed class PrepareNarration : CancellableTask
{
    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string IntermediateDirectory { get; set; } = "";

    [Required]
    public string PackageDirectory { get; set; } = "";

    public ITaskItem[] Voices { get; set; } = [];

    public string Settings { get; set; } = "";

    /// <summary>Make the environment before checking it.</summary>
    public bool Setup { get; set; }

    /// <summary>With <see cref="Setup"/>: only say what would be done.</summary>
    public bool DryRun { get; set; }

    public override bool Execute()
    {
        var log = new MSBuildLog(Log, ProjectFile, quiet: false);
        try
        {
            return ExecuteAsync(log).GetAwaiter().GetResult() && !Log.HasLoggedErrors;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (NarrationException e)
        {
            log.Report(e.Finding);
            return false;
        }
    }

    private async Task<bool> ExecuteAsync(MSBuildLog log)
    {
        var workers = Path.Combine(PackageDirectory, "workers");
        var project = Path.GetDirectoryName(ProjectFile)!;
        if (Setup && (!await EnvironmentSetup.RunAsync(ReadSettings(log, project), project, workers, DryRun, log, Cancellation).ConfigureAwait(false) || DryRun))
        {
            return !Log.HasLoggedErrors;
        }

        // Read again: the environment that was just made is found by this.
        return await new Preparation(ReadSettings(log, project), project, IntermediateDirectory, workers, log).RunAsync(Cancellation).ConfigureAwait(false)
            || Failed(log);
    }

    private static bool Failed(MSBuildLog log)
    {
        if (!log.HasErrors)
        {
            log.Report(VoiceFindings.WorkerFailed.At(null, "The preparation did not end well; the lines above say where."));
        }

        return false;
    }

    private NarrationSettings ReadSettings(MSBuildLog log, string project)
    {
        var findings = new List<Finding>();
        var settings = SettingsReader.Read(SettingsText.Parse(Settings), [.. Voices.Select(VoiceItems.Read)], Environment.GetEnvironmentVariable, project, findings);
        if (!log.HasErrors)
        {
            findings.ForEach(log.Report);
        }

        return settings;
    }
}
