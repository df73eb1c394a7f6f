using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Script.Segments;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Scanning;

/// <summary>The script after a build, as its author wrote it: in the lesson's order. What is wrong with it, the build has said.</summary>
internal static class WrittenScript
{
    /// <param name="intermediateDirectory">Holds the state of the last build; without one, annotations are left out.</param>
    /// <param name="projectFile">Absolute.</param>
    /// <param name="items">The <c>Narration</c> items.</param>
    /// <param name="scripts">The <c>NarrationScript</c> items.</param>
    /// <param name="links">See <see cref="SourceLinks.Parse"/>.</param>
    public static IReadOnlyList<ScriptSegment> Read(
        string intermediateDirectory,
        string projectFile,
        ITaskItem[] items,
        ITaskItem[] scripts,
        string links
    ) =>
        LessonOrder.Sort(
            [
                .. ScannedSegments.Of(
                    BuildStateFile.TryRead(Path.Combine(intermediateDirectory, BuildStateFile.FileName))?.Sources.Values ?? []
                ),
                .. ItemSegments.Read(items, projectFile, []),
                .. ScriptSegments.Read(scripts, Path.GetDirectoryName(projectFile)!, projectFile, []),
            ],
            Path.GetDirectoryName(projectFile)!,
            SourceLinks.Parse(links)
        );
}
