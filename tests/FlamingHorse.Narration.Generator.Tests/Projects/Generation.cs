using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlamingHorse.Narration.Generator.Tests.Projects;

/// <summary>A driver that has run over a project, and runs again over what becomes of it.</summary>
internal sealed class Generation
{
    private Generation(NarrationProject project, CSharpCompilation compilation, GeneratorDriver driver)
    {
        Project = project;
        Input = compilation;
        Driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Output = (CSharpCompilation)output;
        Result = Driver.GetRunResult().Results.Single();
    }

    public NarrationProject Project { get; }

    public CSharpCompilation Input { get; }

    public CSharpCompilation Output { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Generated files by name, without the marker attribute that every project has.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result
            .GeneratedSources.Where(source => !source.HintName.Contains("EmbeddedAttribute", StringComparison.Ordinal))
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public IReadOnlyList<Diagnostic> Errors =>
        [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Runs the generator, and once more over an equal compilation, where nothing may happen.</summary>
    public static Generation Of(NarrationProject project)
    {
        var generation = new Generation(
            project,
            project.Compile(),
            CSharpGeneratorDriver.Create(
                [new NarrationGenerator().AsSourceGenerator()],
                project.AdditionalFiles,
                project.ParseOptions,
                project.Options,
                new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
            )
        );
        generation.Result.Exception.ShouldBeNull();

        var again = generation.Then(compilation => compilation.Clone());
        again.Ran().ShouldBeEmpty();
        again.Files.ShouldBe(generation.Files);
        PipelineWalk.KeepsNothingOfTheCompiler(generation.Result);
        return generation;
    }

    public Generation Then(Func<CSharpCompilation, CSharpCompilation> edit) => new(Project, edit(Input), Driver);

    public Generation Then(NarrationProject project) =>
        new(project, Input, ((CSharpGeneratorDriver)Driver).ReplaceAdditionalTexts([.. project.AdditionalFiles]));

    /// <summary>One file's text replaced, as an editor does it.</summary>
    public Generation Edit(int file, string old, string replacement)
    {
        var tree = Input.SyntaxTrees[file];
        var text = tree.GetText();
        var at = text.ToString().IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        var edited = tree.WithChangedText(text.Replace(at, old.Length, replacement));
        return Then(compilation => compilation.ReplaceSyntaxTree(tree, edited));
    }

    /// <summary>Steps of ours that gave something new in this run, with what they gave.</summary>
    public IReadOnlyList<string> Ran() =>
        [
            .. Result
                .TrackedSteps.Where(step => PipelineWalk.Names.Contains(step.Key))
                .SelectMany(step => step.Value, (step, run) => (step.Key, run))
                .Concat(Result.TrackedOutputSteps.SelectMany(step => step.Value, (step, run) => (step.Key, run)))
                .SelectMany(step => step.run.Outputs, (step, output) => (step.Key, output.Reason))
                .Where(step => step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .Select(step => $"{step.Key}: {step.Reason}"),
        ];

    /// <summary>The names of the files that were written anew.</summary>
    public IReadOnlyList<string> Regenerated(Generation before)
    {
        var old = before.Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText);
        return
        [
            .. Result
                .GeneratedSources.Where(source => !old.TryGetValue(source.HintName, out var text) || text != source.SourceText)
                .Select(source => source.HintName),
        ];
    }
}
