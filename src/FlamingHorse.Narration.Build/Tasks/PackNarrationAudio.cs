using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = Microsoft.Build.Utilities.Task;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>
/// What a library's package carries of its narration: the clips, and a targets file that puts them beside whatever uses the library. A DLL
/// alone knows durations of audio that its user doesn't have.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class PackNarrationAudio : Task
{
    [Required]
    public string AssemblyName { get; set; } = "";

    [Required]
    public string PackageId { get; set; } = "";

    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>Where the clips lie; absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Fail with FHN3006 when a clip that the manifest names is not there.</summary>
    public bool RequireAudio { get; set; }

    /// <summary>Each with its <c>PackagePath</c>; none for a project without narration.</summary>
    [Output]
    public ITaskItem[] Files { get; set; } = [];

    public override bool Execute()
    {
        var manifest = Path.Combine(IntermediateDirectory, NarrationManifest.FileName);
        if (!File.Exists(manifest))
        {
            return true;
        }

        var folder = Path.Combine(OutputDirectory, "narration", AssemblyName);
        var clips = CopiedAudioIndex
            .Read(IntermediateDirectory)
            .Entries.Select(entry => Path.Combine(folder, entry.Key))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (
            RequireAudio
            && MissingAudio.Find(
                manifest,
                clips,
                new(ProjectFile),
                "The package would lack audio that its code refers to",
                "set NarrationRequireAudio=false to pack without it"
            )
                is { } finding
        )
        {
            Log.Report(finding);
        }

        if (clips.Count > 0 && !Log.HasLoggedErrors)
        {
            var targets = Path.Combine(IntermediateDirectory, "pack", PackageId + ".targets");
            AtomicFile.WriteIfDifferent(targets, System.Text.Encoding.UTF8.GetBytes(PackedTargets.Write(PackageId, AssemblyName)));
            Files = [Item(targets, "buildTransitive"), .. clips.Select(clip => Item(clip, $"narration/{AssemblyName}"))];
        }

        return !Log.HasLoggedErrors;
    }

    private static TaskItem Item(string path, string folder) =>
        new(path, new Dictionary<string, string>(StringComparer.Ordinal) { ["PackagePath"] = $"{folder}/{Path.GetFileName(path)}" });
}
