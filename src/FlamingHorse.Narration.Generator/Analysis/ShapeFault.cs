using FlamingHorse.Narration.Generator.Reading;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>Why a property cannot be implemented, by syntax and by symbols.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Location">The word to change.</param>
/// <param name="Message">What to write instead.</param>
/// <param name="IsReportedHere">False where a property before this one reports the same.</param>
internal sealed record ShapeFault(FindingKind Kind, Location Location, string Message, bool IsReportedHere = true)
{
    /// <summary>Null when nothing is wrong.</summary>
    public static ShapeFault? Of(IPropertySymbol property, AttributeSyntax attribute)
    {
        if (attribute.Parent?.Parent is not PropertyDeclarationSyntax syntax)
            return WrongMember(attribute.GetLocation(), "An indexer cannot be narrated.");

        if (AnnotationShape.ProblemOf(syntax) is { } problem)
        {
            var location = Location.Create(syntax.SyntaxTree, problem.Span);
            return new ShapeFault(
                problem.Kind,
                location,
                problem.Message,
                syntax.Span.Contains(problem.Span) || IsFirstUnder(syntax, problem)
            );
        }

        if (!PropertyShapeReader.IsSegment(property.Type))
            return WrongMember(syntax.Type.GetLocation(), $"'{property.Name}' must be of type NarrationSegment.");

        return property.PartialImplementationPart is { } implementation && !IsOurs(implementation)
            ? WrongMember(
                syntax.Identifier.GetLocation(),
                $"'{property.Name}' is implemented by hand. Remove that part: the generator implements it."
            )
            : null;
    }

    private static ShapeFault WrongMember(Location location, string message) =>
        new(ScriptFindings.NotAStaticPartialProperty, location, $"{message} Write: static partial NarrationSegment Name {{ get; }}");

    /// <summary>A fault of a type is reported once, not for every property in it.</summary>
    private static bool IsFirstUnder(PropertyDeclarationSyntax syntax, AnnotationProblem problem)
    {
        var type = syntax.Ancestors().OfType<TypeDeclarationSyntax>().First(type => type.Identifier.Span == problem.Span);
        return Declarations.Properties(type).First(property => AnnotationName.FindOn(property) is not null) == syntax;
    }

    private static bool IsOurs(IPropertySymbol implementation) =>
        implementation.DeclaringSyntaxReferences.All(reference => GeneratedFile.IsOurs(reference.SyntaxTree));
}
