using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>Reports an order of a scene that the compiler reads otherwise than the build can.</summary>
internal sealed class SceneAnalysis(INamedTypeSymbol attributeType)
{
    public void Analyze(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (
                !SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType)
                || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken)
                    is not AttributeSyntax { Parent.Parent: TypeDeclarationSyntax type } syntax
                || attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Order").Value.Value is not int order
                || SceneAnnotation.OrderOf(type) == order
            )
            {
                continue;
            }

            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(ScriptFindings.TextNotReadable),
                    syntax.GetLocation(),
                    $"The order of '{type.Identifier.ValueText}' cannot be read before the compiler runs. Write [NarrationScene(Order = "
                        + $"{order})]."
                )
            );
        }
    }
}
