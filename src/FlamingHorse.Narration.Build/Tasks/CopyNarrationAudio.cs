using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Puts the clips of the manifest beside the app. Clips that no store has were reported when the manifest was made.</summary>
[MSBuildMultiThreadableTask]
public sealed class CopyNarrationAudio : NarrationTask
{
    [Required]
    public string AssemblyName { get; set; } = "";

    [Required]
    public string OutputDirectory { get; set; } = "";

    private protected override string CureForWriting => $"The audio needs {OutputDirectory} to be writable.";

    private protected override async Task<bool> ExecuteAsync(MSBuildLog log)
    {
        var manifest = ManifestReader.Read(
            await File.ReadAllTextAsync(Path.Combine(IntermediateDirectory, NarrationManifest.FileName), Cancellation).ConfigureAwait(false)
        );
        // The task before this one has fetched what a shared store had; here nothing goes over a network.
        var settings = ReadSettings([]);
        var store = ClipStore.Open(new() { CachePath = settings.Cache.Path, AllowNetwork = false }, log.Report, Cancellation);
        await using var closing = store.ConfigureAwait(false);
        await new AudioCopy(
            FindAsync,
            Path.Combine(OutputDirectory, "narration", AssemblyName),
            settings.Loudness,
            log.Report,
            FileReplacement.OfThisSystem
        )
            .RunAsync(manifest, CopiedAudioIndex.Read(IntermediateDirectory), Cancellation)
            .ConfigureAwait(false);
        return true;

        async ValueTask<string?> FindAsync(string sha256, CancellationToken cancellation) =>
            (await store.FindAudioAsync(sha256, cancellation).ConfigureAwait(false))?.Path;
    }
}
