using FlamingHorse.Narration.Generator.Manifests;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Planning;
using FlamingHorse.Narration.Generator.Reading;
using FlamingHorse.Narration.Generator.Writing;
using FlamingHorse.Narration.Script.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Generator;

/// <summary>
/// Implements annotated properties and writes the classes of project items, from the attributes and one manifest. It does no work of
/// its own on text or sound: what the manifest lacks is estimated here and reported by the analyzer.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NarrationGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var options = context
            .AnalyzerConfigOptionsProvider.Select(static (provider, _) => GeneratorOptions.From(provider.GlobalOptions))
            .WithTrackingName(StepNames.Options);
        var manifest = ReadManifest(context);
        var annotations = ReadAnnotations(context);
        var isEditable = context.CompilationProvider.Select(
            static (compilation, _) => compilation.Options.OptimizationLevel == OptimizationLevel.Debug
        );

        var types = annotations
            .Collect()
            .Combine(options)
            .SelectMany(static (pair, _) => TypeGrouping.Group(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Types)
            .Combine(manifest)
            .Combine(isEditable)
            .Select(static (pair, _) => TypePlan.Make(pair.Left.Left, pair.Left.Right) with { IsEditable = pair.Right })
            .WithTrackingName(StepNames.TypeSources);

        var items = manifest
            .Combine(options)
            .Combine(FindClash(context, options))
            .SelectMany(static (pair, _) => pair.Right ? [] : ItemPlan.Make(pair.Left.Left, pair.Left.Right))
            .WithTrackingName(StepNames.ItemSources);

        var catalog = types
            .Select(static (type, _) => CatalogEntry.Of(type))
            .Collect()
            .Combine(items.Select(static (type, _) => CatalogEntry.Of(type)).Collect())
            .Select(static (entries, _) => CatalogPlan.Sort(entries.Left, entries.Right))
            .WithTrackingName(StepNames.Catalog);

        context.RegisterSourceOutput(types, static (output, type) => output.AddSource(type.Name.File, TypeWriter.Write(type)));
        context.RegisterSourceOutput(items, static (output, type) => output.AddSource(type.Name.File, TypeWriter.Write(type)));
        context.RegisterSourceOutput(catalog.Combine(HasManifest(context)), static (output, pair) =>
        {
            // A project that neither narrates nor runs the package's targets may not even reference the runtime library.
            if (pair.Left.Count > 0 || pair.Right)
                output.AddSource(CatalogWriter.FileName, CatalogWriter.Write(pair.Left));
        });
    }

    private static IncrementalValuesProvider<AnnotatedMember> ReadAnnotations(IncrementalGeneratorInitializationContext context)
    {
        var reader = new AnnotatedMemberReader();
        return context
            .SyntaxProvider.ForAttributeWithMetadataName(
                AnnotationName.Metadata,
                static (node, _) => node is PropertyDeclarationSyntax,
                reader.Read
            )
            .Where(static member => member is not null)
            .Select(static (member, _) => member!)
            .WithTrackingName(StepNames.Annotations);
    }

    private static IncrementalValueProvider<ManifestIndex> ReadManifest(IncrementalGeneratorInitializationContext context) =>
        ManifestText(context).Select(static (text, _) => ManifestIndex.ReadOrEmpty(text)).WithTrackingName(StepNames.Manifest);

    private static IncrementalValueProvider<bool> HasManifest(IncrementalGeneratorInitializationContext context) =>
        ManifestText(context).Select(static (text, _) => text is not null);

    private static IncrementalValueProvider<string?> ManifestText(IncrementalGeneratorInitializationContext context) =>
        context
            .AdditionalTextsProvider.Where(static file => ManifestFile.IsManifest(file.Path))
            .Select(
                static (file, cancellation) =>
                    new ManifestFile(ManifestFile.IsDesignPath(file.Path), file.GetText(cancellation)?.ToString() ?? "")
            )
            .Collect()
            .Select(static (files, _) => files.OrderBy(static file => file.IsDesign).FirstOrDefault()?.Text)
            .WithTrackingName(StepNames.ManifestText);

    /// <summary>
    /// A clash of names is reported by the analyzer; code that clashes would bury the report under the compiler's own errors.
    /// </summary>
    private static IncrementalValueProvider<bool> FindClash(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<GeneratorOptions> options
    ) =>
        context
            .CompilationProvider.Combine(options)
            .Select(static (pair, _) => ContainerClash.Find(pair.Left, pair.Right) is not null)
            .WithTrackingName(StepNames.ContainerClash);
}
