using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Report;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Writes the page to listen to, after a build; with a comparison it has the sample spoken a second time first.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReportNarration : CancellableTask
{
    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string AssemblyName { get; set; } = "";

    public string RootNamespace { get; set; } = "";

    /// <summary>Empty in a project with one.</summary>
    public string TargetFramework { get; set; } = "";

    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>Where the app is; absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>Root of the unpacked package.</summary>
    [Required]
    public string PackageDirectory { get; set; } = "";

    public ITaskItem[] Narration { get; set; } = [];

    public ITaskItem[] Voices { get; set; } = [];

    public ITaskItem[] Scripts { get; set; } = [];

    /// <summary>A line <c>Name=value</c> for each setting.</summary>
    public string Settings { get; set; } = "";

    /// <summary>Path of the page; empty for a project without narration.</summary>
    [Output]
    public string Page { get; set; } = "";

    internal string ManifestFile => Path.Combine(IntermediateDirectory, NarrationManifest.FileName);

    public override bool Execute()
    {
        var log = new MSBuildLog(Log, ProjectFile, quiet: false);
        try
        {
            if (!File.Exists(ManifestFile))
            {
                log.Line("Narration: this project has none, so there is nothing to report");
                return true;
            }

            Page = new ReportBuild(this, log).RunAsync(Cancellation).GetAwaiter().GetResult();
            log.Line($"Narration: report in {Page}");
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (NarrationException e)
        {
            log.Report(e.Finding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Report(StoreFindings.OutputNotWritable.At(null, $"The report cannot be written: {e.Message} Make {OutputDirectory} writable."));
        }

        return !Log.HasLoggedErrors;
    }
}
