using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Report;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Writes the page to listen to, after a build; with a comparison it has the sample spoken a second time first.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReportNarration : NarrationTask, IReportParameters
{
    [Required]
    public string AssemblyName { get; set; } = "";

    public string RootNamespace { get; set; } = "";

    /// <summary>Empty in a project with one.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>Where the app is; absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>Root of the unpacked package.</summary>
    [Required]
    public string PackageDirectory { get; set; } = "";

    public ITaskItem[] Narration { get; set; } = [];

    public ITaskItem[] Scripts { get; set; } = [];

    public ITaskItem[] Lexicons { get; set; } = [];

    /// <summary>Files of LaTeX macros.</summary>
    public ITaskItem[] Macros { get; set; } = [];

    /// <summary>See <see cref="Script.Segments.SourceLinks.Parse"/>.</summary>
    public string Links { get; set; } = "";

    /// <summary>Path of the page; empty for a project without narration.</summary>
    [Output]
    public string Page { get; set; } = "";

    string IReportParameters.ProjectDirectory => ProjectDirectory;

    string IReportParameters.ManifestFile => ManifestFile;

    private string ManifestFile => Path.Combine(IntermediateDirectory, NarrationManifest.FileName);

    private protected override string CureForWriting => $"The report needs {OutputDirectory} to be writable.";

    private protected override async Task<bool> ExecuteAsync(MSBuildLog log)
    {
        if (!File.Exists(ManifestFile))
        {
            log.Line("Narration: this project has no narration to report");
            return true;
        }

        Page = await new ReportBuild(this, ReadSettingsAfterBuild(), log).RunAsync(Cancellation).ConfigureAwait(false);
        log.Line($"Narration: report in {Page}");
        return true;
    }
}
