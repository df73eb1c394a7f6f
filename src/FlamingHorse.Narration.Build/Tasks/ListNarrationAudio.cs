using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = Microsoft.Build.Utilities.Task;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>The clips beside the app as items, for referencing projects and for publish.</summary>
[MSBuildMultiThreadableTask]
public sealed class ListNarrationAudio : Task
{
    [Required]
    public string AssemblyName { get; set; } = "";

    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>Where the app is; absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>
    /// Items for publish; else for the output of a referencing project. An item has no more metadata than its reader needs: each costs.
    /// </summary>
    public bool ForPublish { get; set; }

    /// <summary>The folder in the publish output that contains <c>narration</c>: empty, or with a slash at its end.</summary>
    public string Folder { get; set; } = "";

    /// <summary>This build has just checked that every clip is there.</summary>
    public bool IsUpToDate { get; set; }

    /// <summary>Fail with FHN3006 when a clip that the manifest names is not beside the app.</summary>
    public bool RequireAudio { get; set; }

    /// <summary>For messages.</summary>
    public string ProjectFile { get; set; } = "";

    [Output]
    public ITaskItem[] Audio { get; set; } = [];

    public override bool Execute()
    {
        var ledger = CopiedAudioIndex.Read(IntermediateDirectory);
        var folder = Path.Combine(OutputDirectory, "narration", AssemblyName);
        var there = new List<string>(ledger.Entries.Count);
        foreach (var (name, _) in ledger.Entries)
        {
            var path = Path.Combine(folder, name);
            if (IsUpToDate || File.Exists(path))
            {
                there.Add(path);
            }
        }

        Audio = new ITaskItem[there.Count];
        for (var i = 0; i < Audio.Length; i++)
        {
            Audio[i] = new TaskItem(there[i], ForPublish ? Published(there[i]) : Copied(there[i]));
        }

        if (
            RequireAudio
            && MissingAudio.Find(
                Path.Combine(IntermediateDirectory, NarrationManifest.FileName),
                there,
                new(ProjectFile),
                "The published app would be silent where audio is missing",
                "set NarrationRequireAudio=false to publish without it"
            )
                is { } finding
        )
        {
            Log.Report(finding);
        }

        return !Log.HasLoggedErrors;
    }

    private Dictionary<string, string> Copied(string path) =>
        new() { ["TargetPath"] = Target(path), ["CopyToOutputDirectory"] = "IfDifferent" };

    private Dictionary<string, string> Published(string path) =>
        new()
        {
            ["TargetPath"] = Folder + Target(path),
            ["RelativePath"] = Folder + Target(path),
            ["CopyToPublishDirectory"] = "IfDifferent",
            // Opened as a file beside the app, so not inside the single file, but for one that unpacks everything.
            ["ExcludeFromSingleFile"] = "true",
        };

    private string Target(string path) => $"narration/{AssemblyName}/{Path.GetFileName(path)}";
}
