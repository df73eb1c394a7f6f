using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.Scanning;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>
/// A build with something to do, or with something that may have changed: read, check, run the engine, write down what was seen.
/// </summary>
internal sealed class NarrationBuild(SynthesizeNarration task, TaskInputs inputs, BuildState? last)
{
    private readonly MSBuildLog _log = new(task.Log, task.ProjectFile, task.DesignTime);

    /// <summary>False when the build must fail; then the errors are logged.</summary>
    public bool Run(CancellationToken cancellation)
    {
        try
        {
            var sources = new SourceScan(ScanSettings(), task.RoslynDirectories).Read(
                inputs.SourcePaths,
                last,
                inputs.ParseInputs,
                cancellation
            );
            var script = ReadScript(ScannedSegments.Of(sources.Values));
            // An editor always has a manifest, if only an empty one: without any, its first annotation would look like one that the scan
            // missed.
            if (
                !task.DesignTime
                && script.Count == 0
                && _log.Findings.Count == 0
                && last is not { HasManifest: true }
                && !File.Exists(inputs.ManifestFile)
                && !File.Exists(task.LockFile)
            )
            {
                SaveState(sources, new() { IsComplete = true });
                return true;
            }

            task.HasManifest = true;
            return RunEngine(sources, script, cancellation);
        }
        catch (OperationCanceledException)
        {
            return task.DesignTime;
        }
        catch (NarrationException e)
        {
            _log.Report(e.Finding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.Report(StoreFindings.OutputNotWritable.At(null, $"{e.Message} The build cannot go on without this file."));
        }
        catch (Exception e)
        {
            _log.Trace(e.ToString());
            _log.Report(
                QualityFindings.Internal.At(null, $"{e.GetType().Name}: {e.Message} Please report it, with the log of a build with -v:d.")
            );
        }

        return task.DesignTime || !_log.HasErrors;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // so that a project without narration loads no engine
    private bool RunEngine(
        IReadOnlyDictionary<string, SourceState> sources,
        IReadOnlyList<ScriptSegment> script,
        CancellationToken cancellation
    )
    {
        var findings = new List<Finding>();
        var declarations = PropertyDeclarations.Read(task.ProjectFile, inputs.GlobalProperties);
        var settings = SettingsReader.Read(
            new()
            {
                Properties = inputs.Settings,
                Voices = [.. task.Voices.Select(VoiceItems.Read)],
                Environment = inputs.Environment,
                ProjectDirectory = inputs.ProjectDirectory,
                Backends = BackendRegistry.Descriptors,
                FindPlace = declarations.FindPlace,
            },
            findings
        );
        findings.AddRange(
            MisspeltSettings.Find(
                declarations,
                [.. SettingsTable.All(BackendRegistry.Descriptors).Select(row => row.Name)],
                task.ProjectFile
            )
        );
        var lexicon = Lexicons.Read(task.Lexicons.Select(l => inputs.Absolute(l.ItemSpec)), findings);
        var formulas = FormulaFiles.Read(task.Macros.Select(m => inputs.Absolute(m.ItemSpec)), lexicon, settings.MathCapitals, findings);
        CheckLanguage(script, findings);
        findings.AddRange(
            ScriptChecks.Check(script, lexicon, settings.Defaults.Language ?? NarrationSettings.DefaultLanguage, task.ClassName, formulas)
        );
        findings.ForEach(_log.Report);
        var speakable = Speakable(script, findings);
        if (_log.HasErrors && !task.DesignTime)
        {
            // The manifest of the last good build stays: the compiler does not run, and an editor can still show its durations.
            SaveState(sources, new() { Settings = settings, IsComplete = false });
            return false;
        }

        return RunEngineAsync(sources, WithAudits(settings), speakable, lexicon, formulas, cancellation).GetAwaiter().GetResult();
    }

    private void CheckLanguage(IReadOnlyList<ScriptSegment> script, List<Finding> findings)
    {
        if (
            script.Count > 0
            && double.TryParse(task.LangVersion, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
            && version < 13
        )
        {
            findings.Add(
                ScriptFindings.UnsupportedProject.At(
                    script[0].Place,
                    $"Narration needs C# 13 for partial properties; this project is compiled as C# {task.LangVersion}. Set "
                        + $"<LangVersion>13</LangVersion> in {Path.GetFileName(task.ProjectFile)}; it works with older target "
                        + $"frameworks too."
                )
            );
        }
    }

    /// <summary>An audit's file stands for the ids that it says are to be redone, or are good.</summary>
    private NarrationSettings WithAudits(NarrationSettings settings)
    {
        var retake = Expand(settings.Retake, AuditList.ToRedo);
        if (retake.Length == 0 && settings.Retake.Length > 0)
        {
            _log.Line($"Narration: nothing is left to redo in {settings.Retake}");
        }

        return settings with
        {
            Retake = retake,
            Accept = Expand(settings.Accept, AuditList.Good),
        };

        string Expand(string list, Func<string, string, NarrationLock, string> expand) =>
            task.DesignTime || !list.Contains(".json", StringComparison.OrdinalIgnoreCase)
                ? list
                : expand(list, inputs.ProjectDirectory, LockFile.Read(settings.IsDraft ? DraftLockFile : task.LockFile));
    }

    private string DraftLockFile => Path.Combine(task.IntermediateDirectory, "draft.lock.json");

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
                    DraftLockFilePath = DraftLockFile,
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
                _log,
                cancellation
            )
            .ConfigureAwait(false);
        await using var closing = outcome.ConfigureAwait(false);
        if (task.Check)
        {
            return !_log.HasErrors; // what a build left stays as it is
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
                IsComplete = outcome.IsComplete && !_log.HasErrors,
                Watched = outcome.WatchedFiles,
                Lock = outcome.Lock,
                Manifest = outcome.Manifest,
            }
        );
        return task.DesignTime || !_log.HasErrors;
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
            _log.Report,
            FileReplacement.OfThisSystem
        )
            .RunAsync(outcome.Manifest, CopiedAudioIndex.Read(inputs.Folder), cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>In an editor a script in the middle of an edit still has members; what cannot be a segment at all is left out.</summary>
    private IReadOnlyList<ScriptSegment> Speakable(IReadOnlyList<ScriptSegment> script, List<Finding> findings)
    {
        if (!task.DesignTime || !findings.Any(f => f.Kind.Severity == FindingSeverity.Error))
        {
            return script;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. script.Where(s => SegmentId.Problem(s.Id) is null && seen.Add(s.Id))];
    }

    private ScanSettings ScanSettings() =>
        new(
            task.RootNamespace,
            task.LangVersion,
            task.DefineConstants.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            task.Features.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );

    private IReadOnlyList<ScriptSegment> ReadScript(IEnumerable<ScriptSegment> annotations)
    {
        var findings = new List<Finding>();
        var script = annotations
            .Concat(ItemSegments.Read(task.Narration, task.ProjectFile, findings))
            .Concat(ScriptSegments.Read(task.Scripts, inputs.ProjectDirectory, task.ProjectFile, findings))
            .ToList();
        findings.ForEach(_log.Report);
        return LessonOrder.Sort(script, inputs.ProjectDirectory, SourceLinks.Parse(task.Links));
    }

    private void SaveState(IReadOnlyDictionary<string, SourceState> sources, RunResult result) =>
        new BuildStateSaver(task, inputs, _log).Save(sources, result);
}
