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
    private readonly ConditionalWeakTable<PropertyDeclarationSyntax, AnnotatedMember?> _read = new();

    /// <summary>The member to implement; null where generated code could not compile, which the analyzer explains.</summary>
    public AnnotatedMember? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var syntax = (PropertyDeclarationSyntax)context.TargetNode;
        var property = (IPropertySymbol)context.TargetSymbol;
        if (property.PartialImplementationPart is not null || !PropertyShapeReader.CanImplement(syntax))
            return null;

        var member = _read.GetValue(syntax, Read) ?? Read(syntax, AttributeValues.Read(context.Attributes[0]));
        return member is null ? null : WithSymbols(member, property);
    }

    private static AnnotatedMember? Read(PropertyDeclarationSyntax syntax) =>
        AnnotationName.FindOn(syntax) is { } attribute ? Read(syntax, AnnotationReader.Read(attribute)) : null;

    private static AnnotatedMember? Read(PropertyDeclarationSyntax syntax, Annotation? annotation)
    {
        if (annotation is null)
            return null;

        var documentation = DocumentationReader.Read(syntax);
        return new AnnotatedMember
        {
            Path = MemberPath.Of(syntax),
            Annotation = annotation,
            Types = ContainingTypeReader.Read(syntax),
            Shape = PropertyShapeReader.Read(syntax),
            Documentation = documentation,
            Usings = DocumentationReader.UsingsFor(documentation, syntax),
            HasMarks = MarkedText.Parse(annotation.Text).Marks.Count > 0,
            HasRoomForCues = !ContainingTypeReader.HasVariance(syntax),
        };
    }

    // In the ordinary case nothing differs and the very instance of the last run goes on, which makes the comparison free.
    private static AnnotatedMember WithSymbols(AnnotatedMember member, IPropertySymbol property)
    {
        if (property.Type is not INamedTypeSymbol { Name: "NarrationSegment", ContainingNamespace: { Name: "Narration", ContainingNamespace.Name: "FlamingHorse" } })
            member = member with { Shape = member.Shape with { OtherType = PropertyShapeReader.TypeOf(property) } };

        var type = property.ContainingType;
        if (!type.GetMembers(TypeMembers.List).IsEmpty)
            member = member with { HasRoomForList = false };

        if (member.HasMarks && !type.GetMembers(TypeMembers.Cues(property.Name)).IsEmpty)
            member = member with { HasRoomForCues = false };

        return member;
    }
}
