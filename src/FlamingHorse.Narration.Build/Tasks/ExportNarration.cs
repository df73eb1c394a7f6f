using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.Scanning;
using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Engine.Publishing.Export;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Writes what the last build made in the forms of other tools.</summary>
[MSBuildMultiThreadableTask]
public sealed class ExportNarration : NarrationTask
{
    [Required]
    public string AssemblyName { get; set; } = "";

    /// <summary>Where the app is; absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Root of the unpacked package.</summary>
    [Required]
    public string PackageDirectory { get; set; } = "";

    public ITaskItem[] Narration { get; set; } = [];

    public ITaskItem[] Scripts { get; set; } = [];

    /// <summary>See <see cref="Script.Segments.SourceLinks.Parse"/>.</summary>
    public string Links { get; set; } = "";

    /// <summary>The files that are there now.</summary>
    [Output]
    public ITaskItem[] Files { get; set; } = [];

    private protected override string CureForWriting =>
        "The export needs a writable folder with enough space. NarrationExportPath can name another.";

    private protected override async Task<bool> ExecuteAsync(MSBuildLog log)
    {
        var settings = ReadSettingsAfterBuild();
        var store = ClipStore.Open(new() { CachePath = settings.Cache.Path, AllowNetwork = false }, log.Report, Cancellation);
        await using var closing = store.ConfigureAwait(false);
        var export = new NarrationExport(
            new()
            {
                Project = AssemblyName,
                ProjectFile = ProjectFile,
                Scenes = SceneOrder.Of(
                    await ReadManifestAsync().ConfigureAwait(false),
                    WrittenScript.Read(IntermediateDirectory, ProjectFile, Narration, Scripts, Links).Select(segment => segment.Id)
                ),
                Settings = settings,
                Folder = settings.Publishing.ExportPath ?? Path.Combine(OutputDirectory, "narration-export"),
                FlamingHorseFolder = settings.Publishing.ExportPath
                    ?? settings.Publishing.FlamingHorseOutput
                    ?? Path.Combine(ProjectDirectory, "media", "voiceovers", "qwen"),
                FindAudio = new PlacedClips(IntermediateDirectory, OutputDirectory, store, settings.Loudness).FindAsync,
                Launcher =
                    Path.Combine(PackageDirectory, "workers", "launch.sh") is var launcher && File.Exists(launcher) ? launcher : null,
            }
        );
        Files = [.. (await export.RunAsync(log.Report, Cancellation).ConfigureAwait(false)).Select(file => new TaskItem(file))];
        if (Files.Length > 0)
        {
            var folders = Files.Select(file => Path.GetDirectoryName(file.ItemSpec)).Distinct(StringComparer.Ordinal);
            log.Line(FormattableString.Invariant($"Narration: {Files.Length} files exported to {string.Join(", ", folders)}"));
        }

        return true;
    }

    private async Task<IReadOnlyList<ManifestSegment>> ReadManifestAsync()
    {
        var path = Path.Combine(IntermediateDirectory, NarrationManifest.FileName);
        return File.Exists(path) ? ManifestReader.Read(await File.ReadAllTextAsync(path, Cancellation).ConfigureAwait(false)).Segments : [];
    }
}
