using System.Collections.Immutable;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Planning;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>
/// Reports what is wrong with annotations in the editor and in the build, and compares what the compiler sees with what the build has read,
/// so that the two cannot silently drift apart.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrationAnalyzer : DiagnosticAnalyzer
{
    private readonly AnnotationFiles _files = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // An annotation in the output of another generator is one that the build cannot have read.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(AnnotationName.Metadata) is not { } attribute)
            return;

        var options = GeneratorOptions.From(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var manifest =
            BuildManifest.Find(context.Options, context.CancellationToken) is { } text
            && context.TryGetValue(text, BuildManifest.Reader, out var read)
                ? read
                : BuildManifest.None;
        var index = new AnnotationIndex(context.Compilation, _files, options.RootNamespace);
        var analysis = new PropertyAnalysis(attribute, manifest, index, options);
        context.RegisterSymbolAction(analysis.Analyze, SymbolKind.Property);
        context.RegisterSyntaxTreeAction(ReportOtherBranches);
        if (context.Compilation.GetTypeByMetadataName(SceneAnnotation.Metadata) is { } scene)
            context.RegisterSymbolAction(new SceneAnalysis(scene).Analyze, SymbolKind.NamedType);

        if (manifest.Index is { Items.Count: > 0 })
            context.RegisterCompilationEndAction(end => ReportClash(end, options));
    }

    private static void ReportOtherBranches(SyntaxTreeAnalysisContext context)
    {
        if (OtherBranches.Find(context.Tree, context.CancellationToken) is not { Count: > 0 } found)
            return;

        foreach (var property in Declarations.Properties(context.Tree.GetRoot(context.CancellationToken)))
        {
            if (AnnotationName.FindOn(property) is not { } attribute || !found.TryGetValue(MemberPath.Of(property).Full, out var constant))
                continue;

            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(ScriptFindings.TextDependsOnConstants),
                    attribute.GetLocation(),
                    $"'{property.Identifier.ValueText}' has another text where {constant} is set otherwise. The lock holds "
                        + $"one take for each id, so the two builds replace each other's take. Give one of the texts another Id, or write "
                        + $"one text for both."
                )
            );
        }
    }

    private static void ReportClash(CompilationAnalysisContext context, GeneratorOptions options)
    {
        if (ContainerClash.Find(context.Compilation, options) is not { } clash)
            return;

        var kind = clash is INamespaceSymbol ? "namespace" : "type";
        context.ReportDiagnostic(
            Diagnostic.Create(
                Descriptors.Of(ScriptFindings.ContainerClash),
                clash.Locations.FirstOrDefault(location => location.SourceTree is { } tree && !GeneratedFile.IsOurs(tree)) ?? Location.None,
                $"The {kind} '{clash.ToDisplayString()}' has the same name as the class generated for the project file's Narration items. "
                    + "Set the property NarrationClassName in the project file to another name, such as Said."
            )
        );
    }
}
