using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Model.Scenes;

/// <summary>Segments of one containing type, or of one scope of ids.</summary>
/// <param name="Id">What their ids share, such as <c>Scenes.Intro</c>; empty for ids without a dot.</param>
/// <param name="Segments">In order; at least one.</param>
public sealed record Scene(string Id, IReadOnlyList<ManifestSegment> Segments)
{
    /// <summary>The id without its last part; empty when it has one part.</summary>
    public static string IdOf(string segmentId) => LessonOrder.SceneOf(segmentId);
}
