using FlamingHorse.Narration.Generator.Manifests;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Writing;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Generator.Planning;

/// <summary>What the file of an annotated type will say, given the manifest.</summary>
internal static class TypePlan
{
    public static TypeSource Make(AnnotatedType type, ManifestIndex manifest)
    {
        var first = type.Members[0];
        return new TypeSource
        {
            Name = type.Name,
            Scene = LessonOrder.SceneOf(first.Annotation.Id ?? first.Path.IdUnder(type.RootNamespace)),
            Order = first.SceneOrder,
            Namespace = Identifier.OfNamespace(first.Path.Namespace),
            Types = first.Types,
            Usings = new([.. type.Members.SelectMany(member => member.Usings).Distinct(StringComparer.Ordinal)]),
            Members = new([.. type.Members.Select(member => Make(member, type.RootNamespace, manifest))]),
            ListAccessibility = first.HasRoomForList ? ListAccessibility(type) : null,
        };
    }

    private static MemberSource Make(AnnotatedMember member, string rootNamespace, ManifestIndex manifest)
    {
        var id = member.Annotation.Id ?? member.Path.IdUnder(rootNamespace);
        var segment = manifest.Find(member.Path.Full) is { } known
            ? SegmentPlan.FromManifest(known, id, member.Annotation, manifest)
            : SegmentPlan.Estimate(id, member.Annotation, manifest);
        return new MemberSource(
            member.Path.Name,
            member.Shape,
            segment,
            member.Documentation,
            member is { HasMarks: true, HasRoomForCues: true }
        );
    }

    // The list shows no segment to anyone who could not see one of the type's segments anyway.
    private static string ListAccessibility(AnnotatedType type)
    {
        var types = type.Members[0].Types;
        var isInterface = types[types.Count - 1].Keyword == "interface";
        return type.Members.Any(member =>
            member.Shape.Accessibility == "public " || (isInterface && member.Shape.Accessibility.Length == 0)
        )
            ? "public "
            : "internal ";
    }
}
