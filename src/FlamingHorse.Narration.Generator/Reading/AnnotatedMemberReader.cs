using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Writing;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Generator.Reading;

/// <summary>
/// The pipeline's first transform, and its only one that sees syntax and symbols. Roslyn runs it again for every annotation at every
/// change of the compilation, so what syntax says is read once a node; the rest is a few look-ups.
/// </summary>
internal sealed class AnnotatedMemberReader
{
    private readonly ConditionalWeakTable<SyntaxNode, Reading> _readings = new();

    /// <summary>The member to implement; null where generated code could not compile, which the analyzer explains.</summary>
    public AnnotatedMember? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var reading = _readings.GetValue(context.TargetNode, static node => Read((PropertyDeclarationSyntax)node));
        var property = (IPropertySymbol)context.TargetSymbol;
        if (!reading.CanImplement || property.PartialImplementationPart is not null)
            return null;

        var member = reading.Member ?? Read((PropertyDeclarationSyntax)context.TargetNode, AttributeValues.Read(context.Attributes[0]));
        return member is null ? null : WithSymbols(member, property, reading.NamesSegment);
    }

    private static Reading Read(PropertyDeclarationSyntax syntax)
    {
        var annotation = AnnotationName.FindOn(syntax) is { } attribute ? AnnotationReader.Read(attribute) : null;
        return new Reading(
            Read(syntax, annotation),
            PropertyShapeReader.CanImplement(syntax),
            PropertyShapeReader.NamesSegment(syntax.Type)
        );
    }

    private static AnnotatedMember? Read(PropertyDeclarationSyntax syntax, Annotation? annotation)
    {
        if (annotation is null)
            return null;

        var documentation = DocumentationReader.Read(syntax);
        return new AnnotatedMember
        {
            Path = MemberPath.Of(syntax),
            Annotation = annotation,
            File = syntax.SyntaxTree.FilePath,
            Types = ContainingTypeReader.Read(syntax),
            Shape = PropertyShapeReader.Read(syntax),
            Documentation = documentation,
            Usings = DocumentationReader.UsingsFor(documentation, syntax),
            HasMarks = MarkedText.Parse(annotation.Text).Marks.Count > 0,
            HasRoomForCues = !ContainingTypeReader.HasVariance(syntax),
        };
    }

    // In the ordinary case nothing differs and the instance of the previous run is reused, which makes the comparison free.
    private static AnnotatedMember WithSymbols(AnnotatedMember member, IPropertySymbol property, bool namesSegment)
    {
        // The type is asked for only where its name raises a doubt: the compiler would bind it anew in every compilation.
        if (!namesSegment && !PropertyShapeReader.IsSegment(property.Type))
            member = member with { Shape = member.Shape with { OtherType = PropertyShapeReader.TypeOf(property) } };

        var type = property.ContainingType;
        if (SceneOrderOf(type) is { } order)
            member = member with { SceneOrder = order };

        if (!type.GetMembers(TypeMembers.List).IsEmpty)
            member = member with { HasRoomForList = false };

        if (member.HasMarks && !type.GetMembers(TypeMembers.Cues(property.Name)).IsEmpty)
            member = member with { HasRoomForCues = false };

        return member;
    }

    private static int? SceneOrderOf(INamedTypeSymbol type)
    {
        int? least = null;
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax() is TypeDeclarationSyntax declaration && SceneAnnotation.OrderOf(declaration) is { } order)
                least = least is { } other ? Math.Min(other, order) : order;
        }

        return least;
    }

    /// <param name="Member">Null where syntax alone cannot read the annotation.</param>
    /// <param name="CanImplement">See <see cref="PropertyShapeReader.CanImplement"/>.</param>
    /// <param name="NamesSegment">The property's type is written <c>NarrationSegment</c>.</param>
    private sealed record Reading(AnnotatedMember? Member, bool CanImplement, bool NamesSegment);
}
