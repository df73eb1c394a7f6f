using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Report;

/// <summary>The manifest is sorted by id; a lesson goes scene by scene.</summary>
internal static class LessonOrder
{
    /// <summary>Scenes in the order of their first segment's place, segments in theirs; those without a place after those with one.</summary>
    public static IReadOnlyList<ManifestSegment> Of(IReadOnlyList<ManifestSegment> segments, IReadOnlyList<SegmentPlace> places)
    {
        var ranks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in places)
        {
            ranks.TryAdd(place.Id, ranks.Count);
        }

        int Rank(ManifestSegment segment) => ranks.GetValueOrDefault(segment.Id, int.MaxValue);
        return
        [
            .. segments.OrderBy(Rank).ThenBy(s => s.Id, StringComparer.Ordinal)
                .GroupBy(s => Scene(s.Id), StringComparer.OrdinalIgnoreCase).SelectMany(scene => scene),
        ];
    }

    /// <summary>The id without its last part.</summary>
    public static string Scene(string id) => id.LastIndexOf('.') is var dot and >= 0 ? id[..dot] : "";
}
