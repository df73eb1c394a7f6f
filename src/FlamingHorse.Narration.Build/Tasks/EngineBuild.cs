using System.Text;
using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>The part of a build that needs the engine: settings, checks of the script, the run, and what it leaves in <c>obj</c>.</summary>
internal sealed class EngineBuild(SynthesizeNarration task, TaskInputs inputs, BuildState? last, MSBuildLog log)
{
    private readonly ProjectSettings _settings = new(task, inputs, log);

    /// <summary>False when the build must fail; then the errors are logged.</summary>
    public bool Run(IReadOnlyDictionary<string, SourceState> sources, IReadOnlyList<ScriptSegment> script, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var settings = _settings.Read(findings);
        var lexicon = Lexicons.Read(task.Lexicons.Select(l => inputs.Absolute(l.ItemSpec)), findings);
        var formulas = FormulaFiles.Read(task.Macros.Select(m => inputs.Absolute(m.ItemSpec)), lexicon, settings.MathCapitals, findings);
        ProjectChecks.CheckLanguage(task, script, findings);
        findings.AddRange(
            ScriptChecks.Check(script, lexicon, settings.Defaults.Language ?? NarrationSettings.DefaultLanguage, task.ClassName, formulas)
        );
        findings.ForEach(log.Report);
        var speakable = ProjectChecks.Speakable(script, task.DesignTime, findings);
        if (log.HasErrors && !task.DesignTime)
        {
            // The manifest of the last good build stays: the compiler does not run, and an editor can still show its durations.
            SaveState(sources, new() { Settings = settings, IsComplete = false });
            return false;
        }

        return RunEngineAsync(sources, _settings.WithAudits(settings), speakable, lexicon, formulas, cancellation).GetAwaiter().GetResult();
    }

    private async Task<bool> RunEngineAsync(
        IReadOnlyDictionary<string, SourceState> sources,
        NarrationSettings settings,
        IReadOnlyList<ScriptSegment> script,
        Lexicon lexicon,
        FormulaRules formulas,
        CancellationToken cancellation
    )
    {
        var outcome = await new NarrationPipeline()
            .RunAsync(
                new()
                {
                    ProjectDirectory = inputs.ProjectDirectory,
                    ProjectFile = task.ProjectFile,
                    AssemblyName = task.AssemblyName,
                    RootNamespace = task.RootNamespace,
                    ClassName = task.ClassName,
                    TargetFramework = task.IsOnlyFramework ? "" : task.TargetFramework,
                    IntermediateDirectory = inputs.Folder,
                    LockFilePath = task.LockFile,
                    DraftLockFilePath = _settings.DraftLockFile,
                    Settings = settings,
                    Segments = script,
                    Recordings = [.. task.Recordings.Select(r => RecordingItems.Read(r, inputs.ProjectDirectory))],
                    Lexicon = lexicon,
                    Formulas = formulas,
                    Copies = task.DesignTime
                        ? new Dictionary<string, long>()
                        : CopiedAudioIndex.Read(inputs.Folder).Unchanged(inputs.AudioDirectory),
                    IsDesignTime = task.DesignTime,
                    IsCheck = task.Check,
                    IsOnlyFramework = task.IsOnlyFramework,
                    WorkersDirectory = Path.Combine(task.PackageDirectory, "workers"),
                },
                log,
                cancellation
            )
            .ConfigureAwait(false);
        await using var closing = outcome.ConfigureAwait(false);
        if (task.Check)
        {
            return !log.HasErrors; // what a build left stays as it is
        }

        PreviousManifest.Keep(inputs.ManifestFile, outcome.Manifest, last);
        AtomicFile.WriteIfDifferent(inputs.ManifestFile, Encoding.UTF8.GetBytes(ManifestWriter.Write(outcome.Manifest)));
        if (!task.DesignTime)
        {
            CopiedAudioIndex.ForgetOtherLevel(inputs.Folder, settings.Loudness);
        }

        await CopyUncachedAudioAsync(outcome, settings, cancellation).ConfigureAwait(false);
        // Closing the stores waits for uploads, and what it says belongs to this build.
        await outcome.DisposeAsync().ConfigureAwait(false);
        SaveState(
            sources,
            new()
            {
                Settings = settings,
                IsComplete = outcome.IsComplete && !log.HasErrors,
                Watched = outcome.WatchedFiles,
                Lock = outcome.Lock,
                Manifest = outcome.Manifest,
            }
        );
        return task.DesignTime || !log.HasErrors;
    }

    /// <summary>Clips that no cache could take exist for this run only: they go beside the app now, not after the compiler.</summary>
    private async Task CopyUncachedAudioAsync(NarrationOutcome outcome, NarrationSettings settings, CancellationToken cancellation)
    {
        var paths = outcome
            .Audio.Values.Where(a => a.Path is not null)
            .DistinctBy(a => a.AudioHash)
            .ToDictionary(a => a.AudioHash, a => a.Path, StringComparer.Ordinal);
        if (task.DesignTime || !inputs.CopyAudio || paths.Values.All(p => p!.StartsWith(settings.Cache.Path, StringComparison.Ordinal)))
        {
            return;
        }

        await new AudioCopy(
            (hash, _) => ValueTask.FromResult(paths.GetValueOrDefault(hash)),
            inputs.AudioDirectory,
            settings.Loudness,
            log.Report,
            FileReplacement.OfThisSystem
        )
            .RunAsync(outcome.Manifest, CopiedAudioIndex.Read(inputs.Folder), cancellation)
            .ConfigureAwait(false);
    }

    private void SaveState(IReadOnlyDictionary<string, SourceState> sources, RunResult result) =>
        new BuildStateSaver(task, inputs, log).Save(sources, result);
}
