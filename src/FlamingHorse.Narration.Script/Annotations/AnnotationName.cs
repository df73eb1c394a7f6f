using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>The attribute's name as it must be written, since no symbols exist before the compiler runs.</summary>
public static class AnnotationName
{
    /// <summary>The attribute's name in metadata.</summary>
    public const string Metadata = "FlamingHorse.Narration.NarrationAttribute";

    /// <summary>A property's attribute if it is written by its own name; else null.</summary>
    public static AttributeSyntax? FindOn(PropertyDeclarationSyntax property)
    {
        foreach (var list in property.AttributeLists)
        {
            if (list.Target is { } target && target.Identifier.ValueText != "property")
                continue;

            foreach (var attribute in list.Attributes)
            {
                if (IsOwn(attribute.Name))
                    return attribute;
            }
        }

        return null;
    }

    /// <summary>
    /// <c>Narration</c>, <c>NarrationAttribute</c>, or either after <c>FlamingHorse.Narration.</c>, with or without <c>global::</c>.
    /// </summary>
    public static bool IsOwn(NameSyntax name) => IsOwn(name, "Narration");

    /// <summary>The same for another attribute of the namespace.</summary>
    internal static bool IsOwn(NameSyntax name, string attribute) =>
        name switch
        {
            IdentifierNameSyntax simple => Is(simple, attribute) || Is(simple, attribute + "Attribute"),
            QualifiedNameSyntax qualified => IsOwn(qualified.Right, attribute) && IsNamespace(qualified.Left),
            _ => false,
        };

    private static bool IsNamespace(NameSyntax name) =>
        name is QualifiedNameSyntax { Right: var right, Left: var left }
        && Is(right, "Narration")
        && left switch
        {
            AliasQualifiedNameSyntax alias => alias.Alias.Identifier.IsKind(SyntaxKind.GlobalKeyword) && Is(alias.Name, "FlamingHorse"),
            _ => Is(left, "FlamingHorse"),
        };

    // The mention filter sees characters, not identifiers, so a name with escapes is not the attribute's own.
    private static bool Is(NameSyntax name, string expected) =>
        name is IdentifierNameSyntax { Identifier: var identifier }
        && identifier.ValueText == expected
        && identifier.Text.IndexOf('\\') < 0;
}
