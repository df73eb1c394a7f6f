using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Model.Scenes;

/// <summary>A manifest is sorted by id; a lesson goes scene by scene, as it was written.</summary>
public static class SceneOrder
{
    /// <summary>Scenes in the order of their first segments, segments in theirs; those that the order lacks come last, by id.</summary>
    /// <param name="segments">All segments.</param>
    /// <param name="order">Ids as their author wrote them.</param>
    public static IReadOnlyList<Scene> Of(IReadOnlyList<ManifestSegment> segments, IEnumerable<string> order)
    {
        var ranks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in order)
        {
            ranks.TryAdd(id, ranks.Count);
        }

        return
        [
            .. segments
                .OrderBy(segment => ranks.GetValueOrDefault(segment.Id, int.MaxValue))
                .ThenBy(segment => segment.Id, StringComparer.Ordinal)
                .GroupBy(segment => Scene.IdOf(segment.Id), StringComparer.OrdinalIgnoreCase)
                .Select(scene => new Scene(scene.Key, [.. scene])),
        ];
    }
}
