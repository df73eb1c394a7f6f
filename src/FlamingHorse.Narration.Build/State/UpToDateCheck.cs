using FlamingHorse.Narration.Build.Audio;
using FlamingHorse.Narration.Build.Tasks;

namespace FlamingHorse.Narration.Build.State;

/// <summary>Is there nothing to do? Cheapest questions first; no write, no process, no network.</summary>
internal static class UpToDateCheck
{
    public static bool Holds(BuildState last, TaskInputs inputs) =>
        last.IsComplete
        && !inputs.IsRetake
        && last.Inputs == inputs.Everything
        && last.ParseInputs == inputs.ParseInputs
        && VariablesHold(last)
        && SourcesHold(last, inputs.SourcePaths)
        && last.Watched.All(w => FileStamp.WithContent(w.Key).IsSameContent(w.Value))
        && last.Outputs.All(o => FileStamp.Of(o.Key) == o.Value)
        && LockHolds(last, inputs)
        && (inputs.DesignTime || !inputs.CopyAudio || !last.HasManifest || AudioLedger.Read(inputs.Folder).Holds(inputs.AudioDirectory));

    private static bool VariablesHold(BuildState last)
    {
        foreach (var (name, value) in last.Variables)
        {
            if (Checksum.Of(Environment.GetEnvironmentVariable(name) ?? "\0") != value)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SourcesHold(BuildState last, string[] paths)
    {
        var found = 0;
        foreach (var path in paths)
        {
            if (!last.Sources.TryGetValue(path, out var source) || !source.Holds(path))
            {
                return false;
            }

            found++;
        }

        return found == last.Sources.Count;
    }

    private static bool LockHolds(BuildState last, TaskInputs inputs)
    {
        var now = FileStamp.WithContent(inputs.LockFile);
        return now.IsSameContent(last.Lock.Stamp) || (now.Length >= 0 && LockRelevance.Of(inputs.LockFile, inputs.ManifestFile) == last.Lock.Relevant);
    }
}
