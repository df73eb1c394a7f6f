using FlamingHorse.Narration.Build.Scanning;
using FlamingHorse.Narration.Engine.Publishing.Report;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Outputs.Report;

/// <summary>Where segments were written, in the lesson's order.</summary>
internal static class SegmentPlaces
{
    public static IReadOnlyList<SegmentPlace> Of(IReportParameters task, string projectDirectory)
    {
        var script = WrittenScript.Read(task.IntermediateDirectory, task.ProjectFile, task.Narration, task.Scripts, task.Links);
        return [.. script.Select(s => new SegmentPlace(s.Id, Place(s, projectDirectory)))];
    }

    private static string Place(ScriptSegment segment, string projectDirectory)
    {
        var file = Path.GetRelativePath(projectDirectory, segment.Place.File).Replace('\\', '/');
        return segment.Place.Line > 0 ? $"{file}:{segment.Place.Line}" : file;
    }
}
