using FlamingHorse.Narration.Build.Items;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Build.Tasks;
using FlamingHorse.Narration.Engine.Report;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Report;

/// <summary>Where segments were written, in the order of the sources and then of the project's items.</summary>
internal static class SegmentPlaces
{
    public static IReadOnlyList<SegmentPlace> Of(ReportNarration task, string projectDirectory)
    {
        var state = BuildStateFile.TryRead(Path.Combine(task.IntermediateDirectory, BuildStateFile.FileName));
        IEnumerable<ScriptSegment> annotations = state?.Sources.Values.SelectMany(s => s.Segments) ?? [];
        return [.. annotations.Concat(ItemSegments.Read(task.Narration, task.ProjectFile, [])).Select(s => new SegmentPlace(s.Id, Place(s, projectDirectory)))];
    }

    private static string Place(ScriptSegment segment, string projectDirectory)
    {
        var file = Path.GetRelativePath(projectDirectory, segment.Place.File).Replace('\\', '/');
        return segment.Place.Line > 0 ? $"{file}:{segment.Place.Line}" : file;
    }
}
