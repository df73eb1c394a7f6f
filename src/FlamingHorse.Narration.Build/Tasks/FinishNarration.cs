using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>After the inner builds of all frameworks: ids that none of them has leave the lock, and one id must have one text.</summary>
[MSBuildMultiThreadableTask]
public sealed class FinishNarration : Task
{
    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>Change nothing in the lock.</summary>
    public bool LockedMode { get; set; }

    /// <summary>Of every framework.</summary>
    public string[] IntermediateDirectories { get; set; } = [];

    public override bool Execute()
    {
        var environment = ProcessEnvironment.Read();
        var manifests = IntermediateDirectories.Select(d => Path.Combine(d, NarrationManifest.FileName)).Where(File.Exists).ToList();
        if (manifests.Count == 0)
        {
            return true;
        }

        var seal = new OuterBuildStamp(IntermediateDirectories[0], [.. manifests, LockFile]);
        if (seal.Holds)
        {
            return true;
        }

        try
        {
            Finish(
                [.. manifests.Select(m => ManifestReader.Read(File.ReadAllText(m)))],
                manifests.Count == IntermediateDirectories.Length,
                environment
            );
        }
        catch (NarrationException e)
        {
            Log.Report(e.Finding);
        }

        if (!Log.HasLoggedErrors)
        {
            SealStates();
            seal.Write();
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>
    /// Each inner build remembers the lock as it left it, and a later one may have added its own ids. Told now, the next build has
    /// nothing to read and nothing to write.
    /// </summary>
    private void SealStates()
    {
        var stamp = FileStamp.WithContent(LockFile);
        foreach (var directory in IntermediateDirectories)
        {
            var path = Path.Combine(directory, BuildStateFile.FileName);
            var manifest = Path.Combine(directory, NarrationManifest.FileName);
            if (
                BuildStateFile.TryRead(path) is { } state
                && state.Lock.Stamp != stamp
                && state.Lock.Relevant == LockRelevance.Of(LockFile, manifest)
            )
            {
                BuildStateFile.Write(path, state with { Lock = state.Lock with { Stamp = stamp } });
            }
        }
    }

    private void Finish(IReadOnlyList<NarrationManifest> manifests, bool isComplete, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var versions in manifests.SelectMany(m => m.Segments).GroupBy(s => s.Id, StringComparer.OrdinalIgnoreCase))
        {
            var one = versions.First();
            if (versions.FirstOrDefault(version => (version.Spoken, version.Voice) != (one.Spoken, one.Voice)) is { } other)
            {
                Log.Report(
                    ScriptFindings.FrameworksDisagree.At(
                        new(ProjectFile),
                        $"'{versions.Key}' says \"{one.Spoken}\" in one target framework and \"{other.Spoken}\" in another. "
                            + "One lock serves all frameworks: give the two texts different ids."
                    )
                );
            }
        }

        if (isComplete && !LockedMode)
        {
            Engine.Locks.LockFile.Prune(
                LockFile,
                manifests.SelectMany(m => m.Segments).Select(s => s.Id),
                // The folder that the inner builds take theirs from, .env files and all.
                MachineSettings.Read(environment, Path.GetDirectoryName(Path.GetFullPath(ProjectFile))!).LockDirectory
            );
        }
    }
}
