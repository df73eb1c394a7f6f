using System.Collections.Immutable;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Generator.Planning;

/// <summary>Puts the types and the classes of items into the lesson's order.</summary>
internal static class CatalogPlan
{
    /// <param name="types">As they were written.</param>
    /// <param name="items">As the manifest ranks them.</param>
    public static EquatableArray<UniqueName> Sort(ImmutableArray<CatalogEntry> types, ImmutableArray<CatalogEntry> items) =>
        new([
            .. LessonOrder
                .SortScenes(types.Concat(items), entry => entry.Scene, entry => entry.Order)
                .SelectMany(scene => scene.Select(entry => entry.Name)),
        ]);
}
