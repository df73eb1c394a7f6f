using System.Collections.Immutable;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>Looks at one annotated property. Of several faults the first is reported: the others may follow from it.</summary>
internal sealed class PropertyAnalysis(
    INamedTypeSymbol attributeType,
    BuildManifest manifest,
    AnnotationIndex index,
    GeneratorOptions options
)
{
    public void Analyze(SymbolAnalysisContext context)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (property.PartialDefinitionPart is not null)
            return;

        var attribute = property
            .GetAttributes()
            .FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType));
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax)
            Analyze(property, syntax, context);
    }

    private void Analyze(IPropertySymbol property, AttributeSyntax attribute, SymbolAnalysisContext context)
    {
        if (!AnnotationName.IsOwn(attribute.Name))
        {
            Report(
                context,
                ScriptFindings.AttributeNotByItsName,
                attribute.Name.GetLocation(),
                $"'{attribute.Name}' is an alias of the attribute, and names are not resolved before the compiler runs. Write "
                    + $"[Narration(…)]."
            );
            return;
        }

        if (ShapeFault.Of(property, attribute) is { } fault)
        {
            if (fault.IsReportedHere)
                Report(context, fault.Kind, fault.Location, fault.Message);

            return;
        }

        var problems = new List<AnnotationProblem>();
        if (AnnotationReader.Read(attribute, problems) is not { } annotation)
        {
            foreach (var problem in problems)
                Report(context, problem.Kind, Location.Create(attribute.SyntaxTree, problem.Span), problem.Message);

            return;
        }

        var path = MemberPath.Of((PropertyDeclarationSyntax)attribute.Parent!.Parent!);
        var id = annotation.Id ?? path.IdUnder(options.RootNamespace);
        if (manifest.IsBinding)
            CompareWithBuild(attribute, path, id, annotation, context);
        else
            LookForDuplicate(attribute, id, context);
    }

    private void CompareWithBuild(
        AttributeSyntax attribute,
        MemberPath path,
        string id,
        Annotation annotation,
        SymbolAnalysisContext context
    )
    {
        if (manifest.Index is not { } read)
        {
            // One cause, one report.
            if (index.IsFirst(attribute))
            {
                Report(
                    context,
                    ScriptFindings.NotInManifest,
                    attribute.GetLocation(),
                    ManifestComparison.DescribeMissing(manifest.Problem)
                );
            }
        }
        else if (read.Find(path.Full) is not { } known)
        {
            Report(
                context,
                ScriptFindings.NotInManifest,
                attribute.GetLocation(),
                ManifestComparison.DescribeUnread(id, attribute.SyntaxTree)
            );
        }
        else if (ManifestComparison.Difference(known, id, annotation) is { } difference)
        {
            Report(context, ScriptFindings.DiffersFromManifest, attribute.GetLocation(), difference);
        }
    }

    // In a build the task reports duplicates, those of project items included, and the compiler is not even started.
    private void LookForDuplicate(AttributeSyntax attribute, string id, SymbolAnalysisContext context)
    {
        if (index.FindOther(id, attribute) is not { } other)
            return;

        var line = other.StartLinePosition.Line + 1;
        Report(
            context,
            ScriptFindings.DuplicateId,
            attribute.GetLocation(),
            $"'{id}' is also the id of another segment, in {Path.GetFileName(other.Path)}({line}). Ids must differ in more than case. "
                + $"Give one of them another Id.",
            ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.SuggestedId, index.Suggest(id))
        );
    }

    private static void Report(
        SymbolAnalysisContext context,
        FindingKind kind,
        Location location,
        string message,
        ImmutableDictionary<string, string?>? properties = null
    ) => context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(kind), location, properties, message));
}
