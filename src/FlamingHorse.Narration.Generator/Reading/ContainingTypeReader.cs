using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Generator.Reading;

/// <summary>Reads the types around a property so that they can be opened again. Constraints and bases need no second mention.</summary>
internal static class ContainingTypeReader
{
    /// <summary>From the outside in.</summary>
    public static EquatableArray<ContainingType> Read(PropertyDeclarationSyntax property) =>
        new([.. property.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(Read)]);

    /// <summary>C# allows no class in an interface whose type parameters are <c>in</c> or <c>out</c>.</summary>
    public static bool HasVariance(PropertyDeclarationSyntax property) =>
        property.Parent is InterfaceDeclarationSyntax { TypeParameterList.Parameters: var parameters }
        && parameters.Any(parameter => !parameter.VarianceKeyword.IsKind(SyntaxKind.None));

    private static ContainingType Read(TypeDeclarationSyntax type) =>
        new(
            "",
            type is RecordDeclarationSyntax { ClassOrStructKeyword: var kind } && kind.IsKind(SyntaxKind.StructKeyword)
                ? "record struct"
                : type.Keyword.Text,
            Identifier.Of(type.Identifier.ValueText),
            type.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(Read))}>" : ""
        );

    private static string Read(TypeParameterSyntax parameter)
    {
        var name = Identifier.Of(parameter.Identifier.ValueText);
        return parameter.VarianceKeyword.IsKind(SyntaxKind.None) ? name : $"{parameter.VarianceKeyword.Text} {name}";
    }
}
