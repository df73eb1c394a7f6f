using FlamingHorse.Narration.Build.Audio;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Engine.Settings;
using FlamingHorse.Narration.Engine.Stores;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Puts the clips that the manifest names beside the app. What no store has was told when the manifest was made.</summary>
[MSBuildMultiThreadableTask]
public sealed class CopyNarrationAudio : CancellableTask
{
    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string AssemblyName { get; set; } = "";

    [Required]
    public string IntermediateDirectory { get; set; } = "";

    [Required]
    public string OutputDirectory { get; set; } = "";

    public string Settings { get; set; } = "";

    public override bool Execute()
    {
        try
        {
            return ExecuteAsync().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (NarrationException e)
        {
            Log.Report(e.Finding);
            return false;
        }
    }

    private async Task<bool> ExecuteAsync()
    {
        var manifest = ManifestReader.Read(await File.ReadAllTextAsync(Path.Combine(IntermediateDirectory, NarrationManifest.FileName), Cancellation).ConfigureAwait(false));
        var settings = SettingsReader.Read(SettingsText.Parse(Settings), [], Environment.GetEnvironmentVariable, Path.GetDirectoryName(ProjectFile)!, []);
        // The task before this one has fetched what a shared store had; here nothing goes over a network.
        var store = ClipStore.Open(
            new() { CachePath = settings.CachePath, AllowNetwork = false },
            finding => Log.Report(finding),
            Cancellation);
        await using var closing = store.ConfigureAwait(false);
        await new AudioCopy(FindAsync, Path.Combine(OutputDirectory, "narration", AssemblyName))
            .RunAsync(manifest, AudioLedger.Read(IntermediateDirectory), Cancellation).ConfigureAwait(false);
        return !Log.HasLoggedErrors;

        async ValueTask<string?> FindAsync(string sha256, CancellationToken cancellation) =>
            (await store.FindAudioAsync(sha256, cancellation).ConfigureAwait(false))?.Path;
    }
}
