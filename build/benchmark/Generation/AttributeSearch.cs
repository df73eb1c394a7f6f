using FlamingHorse.Narration.Script.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Benchmark.Generation;

/// <summary>
/// The least that a generator over an attribute can do: it has Roslyn find the annotated members, and does nothing with them.
/// </summary>
internal sealed class AttributeSearch : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                AnnotationName.Metadata,
                static (node, _) => node is PropertyDeclarationSyntax,
                static (_, _) => true
            ),
            static (_, _) => { }
        );
}
