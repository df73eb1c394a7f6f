using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Acceptance;

/// <summary>Through the client that editors are built on.</summary>
public sealed class EditorTests : AcceptanceTest
{
    [Fact]
    public async Task An_editor_shows_the_authors_words_the_text_and_the_duration_at_a_use()
    {
        var lesson = Machine
            .NewProject()
            .Write(
                "Scenes/Intro.cs",
                """
                using FlamingHorse.Narration;

                namespace Lesson.Scenes;

                public static partial class Intro
                {
                    /// <summary>Title card.</summary>
                    [Narration("Welcome to the lesson.")]
                    public static partial NarrationSegment Welcome { get; }

                    [Narration("Goodbye, and come again.")]
                    public static partial NarrationSegment Goodbye { get; }
                }
                """
            )
            .Write("Use.cs", "static class Use { public static object It() => Lesson.Scenes.Intro.Welcome; }");
        (await lesson.BuildAsync()).ShouldSucceed();
        var known = lesson.Lock["Scenes.Intro.Welcome"];
        Machine.Worker.Clear();
        var before = FolderSnapshot.Of(lesson.At("bin"), lesson.LockFile, Machine.Cache, lesson.Intermediate() + "/manifest.json");

        using var workspace = Open();
        var project = await workspace.OpenProjectAsync(lesson.ProjectFile);
        workspace.Diagnostics.Where(d => d.Kind == WorkspaceDiagnosticKind.Failure).ShouldBeEmpty();
        var documentation = await DocumentationAtUseAsync(project);
        documentation.ShouldContain("Title card.");
        documentation.ShouldContain("Welcome to the lesson.");
        documentation.ShouldContain($"{(double)known.SampleCount / 24000:0.00} s");
        documentation.ShouldNotContain("estimated");
        (await project.GetCompilationAsync())!.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();

        // A keystroke in one annotation: one generated document is another, and its segment an estimate.
        var generated = await GeneratedAsync(project);
        var document = project.Documents.Single(d => d.Name == "Intro.cs");
        var text = (await document.GetTextAsync())
            .ToString()
            .Replace("Welcome to the lesson.", "Welcome to this very long lesson.", StringComparison.Ordinal);
        var edited = document.WithText(SourceText.From(text)).Project;
        documentation = await DocumentationAtUseAsync(edited);
        documentation.ShouldContain("Title card.");
        documentation.ShouldContain("Welcome to this very long lesson.");
        documentation.ShouldContain("estimated");
        var after = await GeneratedAsync(edited);
        after.Keys.ShouldBe(generated.Keys, ignoreOrder: true);
        after.Count(g => g.Value != generated[g.Key]).ShouldBe(1);

        Machine.Shims.Starts.ShouldBeEmpty();
        before
            .ChangesTo(FolderSnapshot.Of(lesson.At("bin"), lesson.LockFile, Machine.Cache, lesson.Intermediate() + "/manifest.json"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task An_editor_on_a_fresh_clone_has_the_members_as_estimates()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Item("""<Narration Include="Outro.Goal" Text="By the end you multiply matrices in your head." />""")
            .Write(
                "Use.cs",
                "static class Use { public static object It() => Lesson.Scenes.Intro.Welcome; public static object Goal() => "
                    + "Lesson.Narration.Outro.Goal; }"
            );
        await lesson.PrepareAsync();

        using var workspace = Open();
        var project = await workspace.OpenProjectAsync(lesson.ProjectFile);

        (await project.GetCompilationAsync())!.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        (await DocumentationAtUseAsync(project)).ShouldContain("estimated");
        Machine.Shims.Starts.ShouldBeEmpty();
        Directory.Exists(Machine.Cache).ShouldBeFalse();
        File.Exists(lesson.LockFile).ShouldBeFalse();
    }

    /// <summary>Its build host is a process of its own that inherits our environment: what it must know comes as properties.</summary>
    private MSBuildWorkspace Open() =>
        MSBuildWorkspace.Create(
            new Dictionary<string, string> { ["NarrationCachePath"] = Machine.Cache, ["NuGetPackageRoot"] = Machine.Feed.Packages + "/" }
        );

    private static async Task<string> DocumentationAtUseAsync(Project project)
    {
        var use = project.Documents.Single(d => d.Name == "Use.cs");
        var root = (await use.GetSyntaxRootAsync())!;
        var model = (await use.GetSemanticModelAsync())!;
        var name = root.DescendantTokens().Single(t => t.ValueText == "Welcome").Parent!;
        return model.GetSymbolInfo(name).Symbol.ShouldNotBeNull().GetDocumentationCommentXml(expandIncludes: true)!;
    }

    private static async Task<Dictionary<string, string>> GeneratedAsync(Project project)
    {
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in await project.GetSourceGeneratedDocumentsAsync())
        {
            documents[document.HintName] = (await document.GetTextAsync()).ToString();
        }

        return documents;
    }
}
