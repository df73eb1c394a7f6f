using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>Writes down what a build saw and made, so that the next one can tell whether anything has changed.</summary>
internal sealed class BuildStateSaver(SynthesizeNarration task, TaskInputs inputs, MSBuildLog log)
{
    public void Save(IReadOnlyDictionary<string, SourceState> sources, RunResult result)
    {
        var watched = result
            .Watched.Concat(task.Lexicons.Concat(task.Macros).Select(file => inputs.Absolute(file.ItemSpec)))
            .Concat(inputs.ScriptPaths)
            // MSBuild passes no misspelt property.
            .Concat(result.HasManifest ? [task.ProjectFile] : [])
            .Where(p => p != task.LockFile)
            .Distinct(StringComparer.Ordinal);
        BuildStateFile.Write(
            inputs.StateFile,
            new()
            {
                Inputs = inputs.Everything,
                ParseInputs = inputs.ParseInputs,
                Variables = result.Settings is { } settings ? Variables(settings) : [],
                IsComplete = result.IsComplete && !log.Findings.Any(f => f.Kind.IsOfTheMoment),
                HasManifest = result.HasManifest,
                Sources = sources,
                Watched = watched.ToDictionary(p => p, FileStamp.WithContent, StringComparer.Ordinal),
                Outputs = result.HasManifest
                    ? new Dictionary<string, FileStamp>(StringComparer.Ordinal)
                    {
                        [inputs.ManifestFile] = FileStamp.Of(inputs.ManifestFile),
                    }
                    : [],
                Lengths = result.Manifest is { } manifest ? PreviousManifest.Lengths(manifest) : 0,
                Lock = Lock(result),
                Findings = [.. log.Findings.Where(f => f.Kind is { Severity: FindingSeverity.Warning, IsOfTheMoment: false })],
            }
        );
    }

    private LockState Lock(RunResult result)
    {
        var stamp = FileStamp.WithContent(task.LockFile);
        return new(stamp, result.HasManifest ? Relevant(result, stamp) : 0);
    }

    /// <summary>Another framework's build may have written the lock since; then it is read again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint Relevant(RunResult result, FileStamp stamp) =>
        result is { Lock: { } known, Manifest: { } manifest }
        && stamp.IsSameContent(new(known.Bytes.Length, 0, Checksum.Of(known.Bytes.Span)))
            ? LockRelevance.Of(known.Content, manifest)
            : LockRelevance.Of(task.LockFile, inputs.ManifestFile);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<ConsultedVariable> Variables(NarrationSettings settings) =>
        [.. settings.ConsultedVariables.Select(name => ConsultedVariable.Of(name, inputs.Environment))];
}
