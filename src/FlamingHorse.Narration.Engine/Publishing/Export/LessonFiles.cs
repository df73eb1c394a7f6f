using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>The files of a format: one for the whole lesson, and one for each scene where there are several.</summary>
internal static class LessonFiles
{
    /// <summary>Folder of the scenes' own files.</summary>
    public const string SceneFolder = "scenes";

    /// <summary>Name of the scene of ids without a dot; no id can be it.</summary>
    private const string TopLevel = "top-level~";

    /// <summary>Their paths, and the scenes that each holds.</summary>
    public static IEnumerable<(string Path, IReadOnlyList<Scene> Scenes)> Of(ExportRequest request, string extension)
    {
        yield return (Path.Combine(request.Folder, request.Project + extension), request.Scenes);
        foreach (var scene in request.Scenes.Count > 1 ? request.Scenes : [])
        {
            var name = scene.Id.Length == 0 ? TopLevel : SegmentId.FileName(scene.Id);
            yield return (Path.Combine(request.Folder, SceneFolder, name + extension), [scene]);
        }
    }

    /// <summary>Writes each of them; without audio.</summary>
    public static Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, string extension, Func<Lesson, byte[]> write)
    {
        var files = new List<string>();
        foreach (var (path, scenes) in Of(request, extension))
        {
            var lesson = Lesson.Of(scenes, request.Settings.Publishing.ExportGap, ImmutableDictionary<string, string>.Empty);
            AtomicFile.WriteIfDifferent(path, write(lesson));
            files.Add(path);
        }

        return Task.FromResult<IReadOnlyList<string>>(files);
    }
}
