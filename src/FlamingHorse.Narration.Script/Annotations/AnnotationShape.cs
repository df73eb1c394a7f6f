using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Whether the generator can implement an annotated property, as far as syntax can tell.</summary>
public static class AnnotationShape
{
    /// <summary>What is wrong with the property or a type around it; null when nothing is.</summary>
    public static AnnotationProblem? ProblemOf(PropertyDeclarationSyntax property)
    {
        if (MissingFrom(property) is { } missing)
        {
            return new AnnotationProblem(
                ScriptFindings.NotAStaticPartialProperty,
                $"'{property.Identifier.ValueText}' must be {missing}. Write: static partial NarrationSegment "
                    + $"{property.Identifier.Text} {{ get; }}",
                property.Identifier.Span
            );
        }

        foreach (var type in property.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                return new AnnotationProblem(
                    ScriptFindings.FileLocalType,
                    $"'{type.Identifier.ValueText}' is local to its file, so no generated code can belong to it. Remove 'file' from the "
                        + $"type.",
                    type.Identifier.Span
                );
            }

            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return new AnnotationProblem(
                    ScriptFindings.ContainingTypeNotPartial,
                    $"'{type.Identifier.ValueText}' contains the narration '{property.Identifier.ValueText}' and must be partial. Add "
                        + $"'partial' to the type.",
                    type.Identifier.Span
                );
            }
        }

        return null;
    }

    private static string? MissingFrom(PropertyDeclarationSyntax property)
    {
        if (!property.Modifiers.Any(SyntaxKind.StaticKeyword))
            return "static";

        if (!property.Modifiers.Any(SyntaxKind.PartialKeyword))
            return "partial";

        return IsGetOnly(property) ? null : "declared with '{ get; }' alone";
    }

    private static bool IsGetOnly(PropertyDeclarationSyntax property) =>
        property is { ExpressionBody: null, Initializer: null, AccessorList.Accessors: { Count: 1 } accessors }
        && accessors[0] is { Body: null, ExpressionBody: null } accessor
        && accessor.IsKind(SyntaxKind.GetAccessorDeclaration);
}
