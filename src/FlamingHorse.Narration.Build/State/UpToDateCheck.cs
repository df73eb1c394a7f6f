namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// Decides whether there is nothing to do. The cheapest questions come first; it writes nothing, and starts no process. Plain loops, since
/// a LINQ query would be compiled by the JIT in every build.
/// </summary>
internal static class UpToDateCheck
{
    public static bool Holds(BuildState last, TaskInputs inputs) =>
        last.IsComplete
        && !inputs.IsAskedFor
        && last.Inputs == inputs.Everything
        && last.ParseInputs == inputs.ParseInputs
        && VariablesHold(last, inputs.Environment)
        && SourcesHold(last, inputs.SourcePaths)
        && WatchedHold(last)
        && OutputsHold(last)
        && LockHolds(last, inputs)
        && (inputs.DesignTime || !inputs.CopyAudio || !last.HasManifest || CopiedAudioIndex.Holds(inputs.Folder, inputs.AudioDirectory));

    private static bool VariablesHold(BuildState last, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var variable in last.Variables)
        {
            if (ConsultedVariable.Of(variable.Name, environment) != variable)
            {
                return false;
            }
        }

        return true;
    }

    private static bool WatchedHold(BuildState last)
    {
        foreach (var (path, stamp) in last.Watched)
        {
            if (!FileStamp.WithContent(path).IsSameContent(stamp))
            {
                return false;
            }
        }

        return true;
    }

    private static bool OutputsHold(BuildState last)
    {
        foreach (var (path, stamp) in last.Outputs)
        {
            if (FileStamp.Of(path) != stamp)
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
        return now.IsSameContent(last.Lock.Stamp)
            || (now.Length >= 0 && LockRelevance.Of(inputs.LockFile, inputs.ManifestFile) == last.Lock.Relevant);
    }
}
