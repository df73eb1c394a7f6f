namespace FlamingHorse.Narration.Script.Segments;

/// <summary>
/// The one order of a lesson, which catalog, exports, page and captions share. MSBuild promises none within a glob, so that files go by
/// their paths; an author's own order comes before everything else.
/// </summary>
public static class LessonOrder
{
    /// <summary>What the ids of a scene share; empty for ids of one part.</summary>
    public static string SceneOf(string id) => id.LastIndexOf('.') is >= 0 and var dot ? id.Substring(0, dot) : "";

    /// <summary>Scenes by their order, then as their first segments were written; segments within a scene likewise.</summary>
    /// <param name="script">Items in the order of evaluation; the segments of each file in the order of the file.</param>
    /// <param name="projectDirectory">Absolute.</param>
    /// <param name="links">Of files outside it.</param>
    public static IReadOnlyList<ScriptSegment> Sort(IReadOnlyList<ScriptSegment> script, string projectDirectory, SourceLinks links)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        var written = script
            .OrderBy(segment => segment.Origin)
            .ThenBy(segment => segment.Origin == SegmentOrigin.Item ? "" : PathOf(segment.Place.File), StringComparer.Ordinal);
        return
        [
            .. SortScenes(written, segment => SceneOf(segment.Id), segment => segment.Order)
                .SelectMany(scene => scene.OrderBy(segment => segment.Origin == SegmentOrigin.CSharp ? 0 : segment.Order ?? 0)),
        ];

        string PathOf(string file)
        {
            if (!paths.TryGetValue(file, out var path))
                paths[file] = path = SourcePath.Of(file, projectDirectory, links);

            return path;
        }
    }

    /// <summary>Groups what was written by scene: a scene's order is the least that anything in it states, 0 where nothing does.</summary>
    /// <param name="written">In the order in which it was written, which scenes of one order keep.</param>
    /// <param name="sceneOf">The scene's id; case does not matter.</param>
    /// <param name="orderOf">What is stated; null for nothing.</param>
    public static IEnumerable<IEnumerable<T>> SortScenes<T>(IEnumerable<T> written, Func<T, string> sceneOf, Func<T, int?> orderOf) =>
        written.GroupBy(sceneOf, StringComparer.OrdinalIgnoreCase).OrderBy(scene => scene.Min(orderOf) ?? 0);
}
