using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Scanning;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

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
            _log.Report(StoreFindings.OutputNotWritable.At(null, $"{e.Message} The build cannot continue without this file."));
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
    ) => new EngineBuild(task, inputs, last, _log).Run(sources, script, cancellation);

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
