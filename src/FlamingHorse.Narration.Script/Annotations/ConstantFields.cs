using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Finds the constants that an expression can name.</summary>
internal static class ConstantFields
{
    /// <summary>The value of the type's constant of this name.</summary>
    public static ExpressionSyntax? Find(TypeDeclarationSyntax type, string name)
    {
        foreach (var member in type.Members)
        {
            if (member is not FieldDeclarationSyntax field || !field.Modifiers.Any(SyntaxKind.ConstKeyword))
                continue;

            foreach (var variable in field.Declaration.Variables)
            {
                if (variable.Identifier.ValueText == name)
                    return variable.Initializer?.Value;
            }
        }

        return null;
    }

    /// <summary>The types that a node stands in, the innermost first.</summary>
    public static IEnumerable<TypeDeclarationSyntax> TypesAround(SyntaxNode node) => node.Ancestors().OfType<TypeDeclarationSyntax>();

    /// <summary>The type and its other parts in this file.</summary>
    public static IEnumerable<TypeDeclarationSyntax> PartsOf(TypeDeclarationSyntax type)
    {
        yield return type;

        var path = PathOf(type);
        foreach (var other in Declarations.Types(type.SyntaxTree.GetRoot()))
        {
            if (other != type && other.Identifier.ValueText == type.Identifier.ValueText && PathOf(other) == path)
                yield return other;
        }
    }

    /// <summary><c>Intro.Text</c> or <c>Scenes.Intro.Text</c>, where <c>Intro</c> is the type at hand.</summary>
    public static bool IsNamedBy(TypeDeclarationSyntax type, ExpressionSyntax qualifier)
    {
        var written = qualifier.WithoutTrivia().ToString().Replace("global::", "");
        return $".{PathOf(type)}".EndsWith($".{written}", StringComparison.Ordinal);
    }

    private static string PathOf(TypeDeclarationSyntax type) => MemberPath.Of(type, "").Full;
}
