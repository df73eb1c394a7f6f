using FlamingHorse.Narration.Script.Annotations;

namespace FlamingHorse.Narration.Generator.Models;

/// <summary>One annotated property, with all that is needed to implement it except what the build knows.</summary>
internal sealed record AnnotatedMember
{
    public required MemberPath Path { get; init; }

    public required Annotation Annotation { get; init; }

    /// <summary>The source file; absolute.</summary>
    public required string File { get; init; }

    /// <summary>What the type states of its scene, in whichever of its parts; null for nothing.</summary>
    public int? SceneOrder { get; init; }

    /// <summary>From the outside in.</summary>
    public required EquatableArray<ContainingType> Types { get; init; }

    public required PropertyShape Shape { get; init; }

    /// <summary>The author's own documentation, XML without comment marks; empty for none.</summary>
    public required string Documentation { get; init; }

    /// <summary>Using directives that the documentation's references may need.</summary>
    public required EquatableArray<string> Usings { get; init; }

    /// <summary>The text has marks, so that the member has cues.</summary>
    public required bool HasMarks { get; init; }

    /// <summary>The author has no member of the name that the cues would take.</summary>
    public bool HasRoomForCues { get; init; } = true;

    /// <summary>The author has no member of the name that the list of segments would take.</summary>
    public bool HasRoomForList { get; init; } = true;
}
