using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.State;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>
/// Reads the script, has the engine make what is missing, and leaves the manifest for the generator. This class touches nothing
/// of the engine itself, so that a build with nothing to do loads none of it.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class SynthesizeNarration : CancellableTask, ISynthesisParameters
{
    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string AssemblyName { get; set; } = "";

    public string RootNamespace { get; set; } = "";

    public string TargetFramework { get; set; } = "";

    /// <summary>False in an inner build of several frameworks.</summary>
    public bool IsOnlyFramework { get; set; } = true;

    public string ClassName { get; set; } = "Narration";

    /// <summary>Absolute, ends in a separator.</summary>
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

    /// <summary>Where the SDK's Roslyn may be, best first.</summary>
    public string[] RoslynDirectories { get; set; } = [];

    public ITaskItem[] Sources { get; set; } = [];

    public string DefineConstants { get; set; } = "";

    public string LangVersion { get; set; } = "";

    public string Features { get; set; } = "";

    public ITaskItem[] Narration { get; set; } = [];

    public ITaskItem[] Voices { get; set; } = [];

    public ITaskItem[] Lexicons { get; set; } = [];

    public ITaskItem[] Macros { get; set; } = [];

    public ITaskItem[] Scripts { get; set; } = [];

    public ITaskItem[] Recordings { get; set; } = [];

    /// <summary>A line <c>Name=value</c> for each setting.</summary>
    public string Settings { get; set; } = "";

    /// <summary>See <see cref="Script.Segments.SourceLinks.Parse"/>.</summary>
    public string Links { get; set; } = "";

    public bool DesignTime { get; set; }

    /// <summary>Only checks: takes that no recognizer has heard are listened to, and nothing is made.</summary>
    public bool Check { get; set; }

    /// <summary>False for a project without narration.</summary>
    [Output]
    public bool HasManifest { get; set; }

    /// <summary>Every clip beside the app is already the one that the manifest names.</summary>
    [Output]
    public bool AudioIsUpToDate { get; set; }

    public override bool Execute()
    {
        var inputs = new TaskInputs(this);
        var last = BuildStateFile.TryRead(inputs.StateFile);
        if (!Check && last is not null && UpToDateCheck.Holds(last, inputs))
        {
            foreach (var finding in last.Findings)
            {
                Log.Report(finding, DesignTime);
            }

            HasManifest = last.HasManifest;
            AudioIsUpToDate = true;
            return true;
        }

        return new NarrationBuild(this, inputs, last).Run(Cancellation);
    }
}
