namespace FlamingHorse.Narration;

/// <summary>Says where the scene of a type comes in the lesson: in the catalog, in exports, captions and on the page.</summary>
/// <remarks>
/// Scenes sort by <see cref="Order"/>, and those of one order by the path of their source file within the project and their place in it.
/// Like <see cref="NarrationAttribute"/> it is read before the compiler runs: write it by its own name, and the order as a number.
/// </remarks>
/// <example>
/// <code>
/// [NarrationScene(Order = 3)]
/// public static partial class Proof
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public sealed class NarrationSceneAttribute : Attribute
{
    /// <summary>Lower ones come first, negative ones before scenes without an order; a scene without one has 0.</summary>
    public int Order { get; set; }
}
