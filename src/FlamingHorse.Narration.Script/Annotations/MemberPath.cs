using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Where an annotated member stands.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Types">The containing types from the outside in, joined by dots, generic ones with their arity:
/// <c>Outer`1.Inner</c>.</param>
/// <param name="Name">The member.</param>
public sealed record MemberPath(string Namespace, string Types, string Name)
{
    /// <summary>The whole path, which no other member of the assembly has.</summary>
    public string Full => Join(Join(Namespace, Types), Name);

    /// <summary>The identity of the segment: without the root namespace and without arities.</summary>
    public string IdUnder(string rootNamespace) => Join(Join(WithoutRoot(rootNamespace), WithoutArities(Types)), Name);

    /// <summary>Reads the path from syntax alone.</summary>
    public static MemberPath Of(PropertyDeclarationSyntax property) => Of(property.Parent, property.Identifier.ValueText);

    /// <summary>The path of a type, as its members' paths begin.</summary>
    public static string Of(TypeDeclarationSyntax type)
    {
        var path = Of(type, "");
        return Join(path.Namespace, path.Types);
    }

    internal static MemberPath Of(SyntaxNode? container, string name)
    {
        string types = "",
            space = "";
        for (var node = container; node is not null; node = node.Parent)
        {
            if (node is TypeDeclarationSyntax type)
                types = Join(NameOf(type), types);
            else if (node is BaseNamespaceDeclarationSyntax declaration)
                space = Join(NameOf(declaration.Name), space);
        }

        return new MemberPath(space, types, name);
    }

    private static string NameOf(TypeDeclarationSyntax type) =>
        type.TypeParameterList is { Parameters.Count: var arity and > 0 }
            ? $"{type.Identifier.ValueText}`{arity}"
            : type.Identifier.ValueText;

    // ToString would keep comments, escapes and @.
    private static string NameOf(NameSyntax name) =>
        name switch
        {
            QualifiedNameSyntax qualified => Join(NameOf(qualified.Left), NameOf(qualified.Right)),
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => name.ToString(),
        };

    // Only a whole part counts: the root "Matrix" is not a prefix of "MatrixLesson".
    private string WithoutRoot(string root)
    {
        if (root.Length == 0 || !Namespace.StartsWith(root, StringComparison.Ordinal))
            return Namespace;

        if (Namespace.Length == root.Length)
            return "";

        return Namespace[root.Length] == '.' ? Namespace.Substring(root.Length + 1) : Namespace;
    }

    private static string WithoutArities(string types) =>
        types.IndexOf('`') < 0 ? types : string.Join(".", types.Split('.').Select(part => part.Split('`')[0]));

    private static string Join(string left, string right) =>
        left.Length == 0 ? right
        : right.Length == 0 ? left
        : $"{left}.{right}";
}
