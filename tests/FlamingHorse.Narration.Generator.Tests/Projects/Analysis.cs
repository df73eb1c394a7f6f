using FlamingHorse.Narration.Generator.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlamingHorse.Narration.Generator.Tests.Projects;

/// <summary>What an author reads: the analyzer's diagnostics and the compiler's, over sources and generated code.</summary>
internal static class Analysis
{
    /// <summary>Each as <c>FHN1001 'the text it stands at'</c>.</summary>
    public static async Task<IReadOnlyList<string>> Of(NarrationProject project, params SyntaxTree[] ofOtherGenerators) =>
        [.. (await DiagnosticsOf(project, ofOtherGenerators)).Select(diagnostic => $"{diagnostic.Id} '{TextAt(diagnostic)}'")];

    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsOf(NarrationProject project, params SyntaxTree[] ofOtherGenerators)
    {
        var compilation = Generation.Of(project).Output.AddSyntaxTrees(ofOtherGenerators);
        var analyzed = compilation.WithAnalyzers(
            [new NarrationAnalyzer()],
            new AnalyzerOptions([.. project.AdditionalFiles], project.Options)
        );
        var diagnostics = await analyzed.GetAllDiagnosticsAsync();
        diagnostics.ShouldNotContain(diagnostic => diagnostic.Id == "AD0001");
        return
        [
            .. diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    private static string TextAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";
}
