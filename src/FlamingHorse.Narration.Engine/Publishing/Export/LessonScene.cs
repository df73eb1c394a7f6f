using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>A scene's segments at their places.</summary>
/// <param name="Id">As in <see cref="Scene"/>.</param>
/// <param name="Segments">Each with its entry on the lesson's timeline.</param>
internal sealed record LessonScene(string Id, IReadOnlyList<(ManifestSegment Line, NarrationEntry Entry)> Segments);
