namespace FlamingHorse.Narration.Acceptance;

/// <summary>Formulas over the package: wherever a text is written they are read, shown, and told where they are wrong.</summary>
public sealed class FormulaTests : AcceptanceTest
{
    private const string Program = """
        using FlamingHorse.Narration;

        foreach (var s in NarrationCatalog.All)
            Console.WriteLine($"{s.Id}\t{s.Text}\t{s.CaptionText}\t{s.SpokenText}");
        var all = NarrationTimeline.Sequence(new(), NarrationCatalog.All);
        Console.WriteLine(all.ToSrt());
        """;

    [Fact]
    public async Task Formulas_in_sources_items_and_scripts_are_spoken_in_words_and_shown_in_Unicode()
    {
        var lesson = Lesson();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine
            .Worker.Spoken.Order(StringComparer.Ordinal)
            .ShouldBe([
                "In Markdown, A i b j.",
                "In Python, the square root of two.",
                "The derivative of sine x is cosine x.",
                "Then x in R, and H nought.",
                "We sum k from one.",
            ]);
        var output = await lesson.RunProgramAsync();
        output.ShouldContain("Intro.Sum\tWe sum \\(k\\) from one.\tWe sum k from one.\tWe sum k from one.");
        output.ShouldContain(
            "The derivative of $\\sin x$ is $\\cos x$.\tThe derivative of sin x is cos x.\tThe derivative of sine x is cosine x."
        );
        output.ShouldContain("\nThen x ∈ ℝ, and H₀.");
        output.ShouldContain("\nIn Python, √2.");
    }

    [Fact]
    public async Task A_changed_macro_or_reading_speaks_exactly_the_segments_that_use_it()
    {
        var lesson = Lesson();
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Clear();

        lesson.Write("macros.tex", "\\newcommand{\\R}{\\mathbb{Q}}\n\\newcommand{\\unused}{x}\n");
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Spoken.ShouldBe(["Then x in Q, and H nought."]);
        Machine.Worker.Clear();

        lesson.Write("lexicon.txt", "[math]\nH_0 = the null hypothesis\n");
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Spoken.ShouldBe(["Then x in Q, and the null hypothesis."]);
        Machine.Worker.Clear();

        (await lesson.BuildAsync("-p:NarrationMathCapitals=true")).ShouldSucceed();
        Machine.Worker.Spoken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_formula_is_an_error_at_its_column_wherever_it_is_written_and_reaches_no_voice()
    {
        var lesson = Machine
            .NewProject()
            .Write(
                "Intro.cs",
                """"
                using FlamingHorse.Narration;
                static partial class Intro
                {
                    [Narration("In a \"regular\" one $\\frac{1}{\\foo}$.")] static partial NarrationSegment A { get; }
                    [Narration(@"In a ""verbatim"" one $\frac{1}{\foo}$.")] static partial NarrationSegment B { get; }
                    [Narration("""
                        In a raw one
                          $\frac{1}{\foo}$.
                        """)] static partial NarrationSegment C { get; }
                }
                """"
            )
            .Item("""<Narration Include="Item" Text="It is %24x+\foo%24." /><NarrationScript Include="a.md;b.py" />""")
            .Write("a.md", "# Md\n\nSome *words* $x+\\foo$.\n")
            .Write("b.py", "SCRIPT = {\n    'Py': r'It is $x+\\foo$.',\n}\n");

        var build = await lesson.BuildAsync();

        build.ExitCode.ShouldNotBe(0);
        Machine.Worker.Spoken.ShouldBeEmpty();
        var places = build
            .Diagnostics.Where(d => d.Code == "FHN1030")
            .Select(d => $"{Path.GetFileName(d.File)} {d.Line},{d.Column}")
            .Order(StringComparer.Ordinal);
        var project = await File.ReadAllLinesAsync(lesson.ProjectFile);
        var row = Array.FindIndex(project, line => line.Contains(@"\foo", StringComparison.Ordinal));
        places.ShouldBe(
            new[]
            {
                "Intro.cs 4,49",
                "Intro.cs 5,50",
                "Intro.cs 8,21",
                $"{lesson.Name}.csproj {row + 1},{project[row].IndexOf(@"\foo", StringComparison.Ordinal) + 1}",
                "a.md 3,17",
                "b.py 2,22",
            }.Order(StringComparer.Ordinal)
        );
        build.Diagnostics.First(d => d.Code == "FHN1030").Text.ShouldContain("foo");
    }

    private LessonProject Lesson() =>
        Machine
            .NewProject()
            .Write("Program.cs", Program)
            .Write(
                "Scenes/Intro.cs",
                """
                using FlamingHorse.Narration;
                namespace Lesson.Scenes;
                static partial class Intro
                {
                    [Narration(@"The derivative of $\sin x$ is $\cos x$.")] internal static partial NarrationSegment Sine { get; }
                    [Narration("Then <mark name='set'/>$x\\in\\R$, and $H_0$.")] internal static partial NarrationSegment Set { get; }
                }
                """
            )
            .Item("""<Narration Include="Intro.Sum" Text="We sum \(k\) from one." />""")
            .Item("""<NarrationScript Include="a.md;b.py" />""")
            .Item("""<NarrationMacros Include="macros.tex" />""")
            .Item("""<NarrationLexicon Include="lexicon.txt" />""")
            .Write("a.md", "# Md\n\nIn Markdown, $a_i b_j$.\n")
            .Write("b.py", "SCRIPT = {'Py': r'In Python, $\\sqrt2$.'}\n")
            .Write("macros.tex", "\\newcommand{\\R}{\\mathbb{R}}\n")
            .Write("lexicon.txt", "[math]\nH_0 = H nought\n");
}
