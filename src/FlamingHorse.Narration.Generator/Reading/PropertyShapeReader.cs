using FlamingHorse.Narration.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Generator.Reading;

/// <summary>Reads how the implementing part of a property must be written to fit the author's part.</summary>
internal static class PropertyShapeReader
{
    private const string SegmentType = "NarrationSegment";

    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <summary>
    /// Whether an implementing part can compile at all. It is less than what the analyzer asks for: a property that lacks only
    /// <c>static</c> is implemented, so that its author reads one error and not two.
    /// </summary>
    public static bool CanImplement(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.PartialKeyword)
        && property is { ExpressionBody: null, Initializer: null, ExplicitInterfaceSpecifier: null, AccessorList.Accessors: var accessors }
        && accessors.Any(SyntaxKind.GetAccessorDeclaration)
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null, Modifiers.Count: 0 })
        && property.Ancestors().OfType<TypeDeclarationSyntax>().All(CanReopen);

    public static PropertyShape Read(PropertyDeclarationSyntax property) =>
        new(
            Join(property.Modifiers),
            Join(property.Modifiers.Where(IsAccessibility)),
            property.Type is NullableTypeSyntax,
            property.AccessorList?.Accessors.FirstOrDefault(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration))?.Keyword.Text
        );

    /// <summary>Whether a type is written by the segment's own name.</summary>
    public static bool NamesSegment(TypeSyntax type) =>
        type switch
        {
            NullableTypeSyntax nullable => NamesSegment(nullable.ElementType),
            QualifiedNameSyntax qualified => NamesSegment(qualified.Right),
            IdentifierNameSyntax name => name.Identifier.ValueText == SegmentType,
            _ => false,
        };

    /// <summary>Whether a type is the segment, under whatever name.</summary>
    public static bool IsSegment(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                Name: SegmentType,
                ContainingNamespace:
                { Name: "Narration", ContainingNamespace: { Name: "FlamingHorse", ContainingNamespace.IsGlobalNamespace: true } }
            };

    public static string TypeOf(IPropertySymbol property) => property.Type.ToDisplayString(TypeFormat);

    private static bool CanReopen(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Modifiers.Any(SyntaxKind.FileKeyword);

    private static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind()
            is SyntaxKind.PublicKeyword
                or SyntaxKind.InternalKeyword
                or SyntaxKind.ProtectedKeyword
                or SyntaxKind.PrivateKeyword;

    private static string Join(IEnumerable<SyntaxToken> modifiers) => string.Concat(modifiers.Select(modifier => modifier.Text + " "));
}
