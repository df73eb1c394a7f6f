namespace FlamingHorse.Narration.Generator.Models;

/// <summary>Segments that the catalog lists together.</summary>
/// <param name="Name">Where they are stored.</param>
/// <param name="Scene">The scene that they belong to.</param>
/// <param name="Order">What is stated of the scene's order; null for nothing.</param>
internal sealed record CatalogEntry(UniqueName Name, string Scene, int? Order)
{
    public static CatalogEntry Of(TypeSource type) => new(type.Name, type.Scene, type.Order);
}
