using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Generator.Planning;

/// <summary>Finds what has the name that the container of the items would take.</summary>
internal static class ContainerClash
{
    /// <summary>
    /// A namespace, or a type of the author's that is not a partial class and so leaves no room for the generated part; null for none.
    /// The generated part itself is partial.
    /// </summary>
    public static INamespaceOrTypeSymbol? Find(Compilation compilation, GeneratorOptions options)
    {
        var space = compilation.GlobalNamespace;
        foreach (var part in options.RootNamespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (space.GetMembers(Identifier.Valid(part)).OfType<INamespaceSymbol>().FirstOrDefault() is not { } next)
                return null;

            space = next;
        }

        return space.GetMembers(options.ClassName).OfType<INamespaceOrTypeSymbol>().FirstOrDefault(member => Clashes(member, compilation));
    }

    private static bool Clashes(INamespaceOrTypeSymbol member, Compilation compilation) =>
        member switch
        {
            INamespaceSymbol => true,
            INamedTypeSymbol { Arity: 0 } type when SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) =>
                type.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax() is not ClassDeclarationSyntax declaration || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                ),
            _ => false,
        };
}
