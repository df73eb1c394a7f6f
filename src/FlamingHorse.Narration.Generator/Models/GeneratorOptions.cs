using Microsoft.CodeAnalysis.Diagnostics;

namespace FlamingHorse.Narration.Generator.Models;

/// <summary>What the project file decides.</summary>
/// <param name="RootNamespace">Empty for none.</param>
/// <param name="ClassName">Container of the segments that items declare.</param>
/// <param name="ProjectDirectory">What the paths of sources are relative to where they are put in order.</param>
/// <param name="Links">See <see cref="Script.Segments.SourceLinks.Parse"/>.</param>
internal sealed record GeneratorOptions(string RootNamespace, string ClassName, string ProjectDirectory, string Links)
{
    public const string DefaultClassName = "Narration";

    public static GeneratorOptions From(AnalyzerConfigOptions options) =>
        new(
            Read(options, "RootNamespace") ?? "",
            Read(options, "NarrationClassName") ?? DefaultClassName,
            Read(options, "ProjectDir") ?? "",
            Read(options, "_NarrationLinks") ?? ""
        );

    private static string? Read(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue($"build_property.{property}", out var value) && value.Trim() is { Length: > 0 } written ? written : null;
}
