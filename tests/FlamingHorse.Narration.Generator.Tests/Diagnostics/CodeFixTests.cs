using System.Collections.Immutable;
using FlamingHorse.Narration.CodeFixes;
using FlamingHorse.Narration.Generator.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlamingHorse.Narration.Generator.Tests.Diagnostics;

public sealed class CodeFixTests
{
    private const string Using = "using FlamingHorse.Narration;\nnamespace Lesson;\n";

    [Theory]
    [InlineData("NarrationSegment S { get; }", "static partial NarrationSegment S { get; }")]
    [InlineData("public NarrationSegment S { get; set; }", "public static partial NarrationSegment S { get; }")]
    [InlineData("public static NarrationSegment? S => null; // why", "public static partial NarrationSegment? S { get; } // why")]
    [InlineData("internal partial NarrationSegment S { get; }", "internal static partial NarrationSegment S { get; }")]
    [InlineData("public static string S { get; } = \"\";", "public static partial NarrationSegment S { get; }")]
    public async Task A_property_becomes_one_that_can_be_implemented(string member, string expected)
    {
        var source = Using + "partial class Intro\n{\n    /// <summary>Said.</summary>\n    [Narration(\"x\")]\n    {0}\n}\n";

        var fixedSource = await Fix(new MakeImplementable(), source.Replace("{0}", member));

        fixedSource.ShouldBe(source.Replace("{0}", expected));
        (await Projects.Analysis.Of(NarrationProject.Of(fixedSource).InEditor())).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_types_around_become_partial_at_once()
    {
        const string Source =
            Using
            + "// A comment.\nfile class Outer\n{\n    /* another */ public readonly struct Inner\n    {\n        [Narration(\"x\")] "
            + "static NarrationSegment S { get; }\n    }\n}\n";

        var fixedSource = await Fix(new MakeImplementable(), Source);

        fixedSource.ShouldBe(
            Using
                + "// A comment.\npartial class Outer\n{\n    /* another */ public readonly partial struct Inner\n    {\n        "
                + "[Narration(\"x\")] static partial NarrationSegment S { get; }\n    }\n}\n"
        );
        (await Projects.Analysis.Of(NarrationProject.Of(fixedSource).InEditor())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_type_becomes_partial()
    {
        const string Source = Using + "static class Intro { [Narration(\"x\")] public static partial NarrationSegment S { get; } }";

        (await Fix(new MakeImplementable(), Source)).ShouldBe(Source.Replace("static class", "static partial class"));
    }

    [Theory]
    [InlineData("\"x\"", "\"x\", Id = \"intro.S2\"")]
    [InlineData("\"x\", Id = \"Intro.S\"", "\"x\", Id = \"Intro.S2\"")]
    public async Task A_duplicate_gets_an_id_that_is_free(string arguments, string expected)
    {
        const string First = "partial class Intro { [Narration(\"x\")] static partial NarrationSegment S { get; } }\n";
        var source = Using + $"partial class intro {{ [Narration({arguments})] static partial NarrationSegment S {{ get; }} }}\n" + First;

        var fixedSource = await Fix(new GiveUniqueId(), source);

        fixedSource.ShouldBe(
            source.Replace(
                arguments + ")] static partial NarrationSegment S { get; } }\n" + First,
                expected + ")] static partial NarrationSegment S { get; } }\n" + First
            )
        );
        (await Projects.Analysis.Of(NarrationProject.Of(fixedSource).InEditor())).ShouldBeEmpty();
    }

    /// <summary>Applies the first fix to the first diagnostic that has one.</summary>
    private static async Task<string> Fix(CodeFixProvider provider, string source)
    {
        var project = NarrationProject.Of(source).InEditor();
        var diagnostic = (await Projects.Analysis.DiagnosticsOf(project)).First(diagnostic =>
            provider.FixableDiagnosticIds.Contains(diagnostic.Id)
        );
        using var workspace = new AdhocWorkspace();
        var document = workspace
            .AddProject("Lesson", LanguageNames.CSharp)
            .WithParseOptions(project.ParseOptions)
            .AddDocument("Scene0.cs", source);

        var fixes = ImmutableArray.CreateBuilder<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (fix, _) => fixes.Add(fix), CancellationToken.None));
        var operations = await fixes.ShouldHaveSingleItem().GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
