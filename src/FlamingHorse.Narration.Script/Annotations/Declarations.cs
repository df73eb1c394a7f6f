using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>The declarations of a file, without a look into any body.</summary>
public static class Declarations
{
    /// <summary>Every type of a file, outer ones first.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode root) => In(root).OfType<TypeDeclarationSyntax>();

    /// <summary>Every property of a file, in source order.</summary>
    public static IEnumerable<PropertyDeclarationSyntax> Properties(SyntaxNode root) => In(root).OfType<PropertyDeclarationSyntax>();

    private static IEnumerable<SyntaxNode> In(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
}
