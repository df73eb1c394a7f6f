namespace FlamingHorse.Narration.Generator.Models;

/// <summary>How the implementing part of a property is written.</summary>
/// <param name="Modifiers">All of them as the author wrote them, with a space at the end.</param>
/// <param name="Accessibility">The accessibility alone, with a space at the end; empty where none is written.</param>
/// <param name="IsNullable">The author wrote <c>NarrationSegment?</c>.</param>
/// <param name="Setter"><c>set</c> or <c>init</c> where there is one, which is an error of its own; else null.</param>
/// <param name="OtherType">The property's type where it is not a segment, which is an error of its own; else null.</param>
internal sealed record PropertyShape(
    string Modifiers,
    string Accessibility,
    bool IsNullable = false,
    string? Setter = null,
    string? OtherType = null
)
{
    /// <summary>The shape of a property that is generated whole.</summary>
    public static readonly PropertyShape OfItem = new("public static ", "public ");
}
