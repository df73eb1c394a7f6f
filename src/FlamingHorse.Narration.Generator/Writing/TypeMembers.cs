namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>Names that generated code adds to a type.</summary>
internal static class TypeMembers
{
    /// <summary>The type's segments.</summary>
    public const string List = "NarrationSegments";

    /// <summary>The class of a segment's cues.</summary>
    public static string Cues(string member) => member + "Cues";
}
