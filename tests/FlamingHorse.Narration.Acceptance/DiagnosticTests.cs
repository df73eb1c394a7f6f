namespace FlamingHorse.Narration.Acceptance;

public sealed class DiagnosticTests : AcceptanceTest
{
    [Fact]
    public async Task Warnings_obey_NoWarn_and_WarningsAsErrors()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Formula", "We see that a^2 + b^2 = c^2."));
        (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN1013");

        lesson.Set("NoWarn", "$(NoWarn);FHN1013");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        lesson.Set("NoWarn", null).Set("WarningsAsErrors", "FHN1013");
        (await lesson.BuildAsync()).ShouldFailWith("FHN1013");

        lesson.Set("WarningsAsErrors", null).Set("MSBuildTreatWarningsAsErrors", "true");
        (await lesson.BuildAsync()).ShouldFailWith("FHN1013");

        lesson.Set("MSBuildTreatWarningsAsErrors", null);
        (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem().Line.ShouldBe(7);
    }

    [Fact]
    public async Task A_duplicate_id_is_an_error_at_both_places()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Item("""<Narration Include="scenes.intro.welcome" Text="Hello." />""");

        var build = await lesson.BuildAsync();

        build.ShouldFailWith("FHN1007");
        build.Errors.Select(e => Path.GetFileName(e.File)).Order().ShouldBe(["Intro.cs", "Lesson.csproj"]);
        build.Errors.ShouldAllBe(e => e.Line > 0);
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("using N = FlamingHorse.Narration.NarrationAttribute;", "[N(\"Under another name.\")]", "FHN1004")]
    [InlineData("", "[FlamingHorse.Narration.Narration($\"{nameof(Title)} is one.\")]", "FHN1003")]
    [InlineData("", "[FlamingHorse.Narration.Narration(Elsewhere.Text)]", "FHN1003")]
    public async Task An_annotation_that_the_build_cannot_read_is_an_error_in_the_compiler(string head, string attribute, string code)
    {
        var lesson = Machine
            .NewProject()
            .Write("Elsewhere.cs", "static class Elsewhere { public const string Text = \"From another file.\"; }")
            .Write(
                "Scenes.cs",
                $$"""
                {{head}}
                namespace Lesson;
                public static partial class Scenes
                {
                    {{attribute}}
                    public static partial FlamingHorse.Narration.NarrationSegment Title { get; }
                }
                """
            );

        var build = await lesson.BuildAsync();

        build.ExitCode.ShouldNotBe(0);
        build.Errors.Select(e => (e.Code, Path.GetFileName(e.File), e.Line)).ShouldContain((code, "Scenes.cs", 5));
    }

    [Theory]
    [InlineData("""<ItemGroup><Compile Include="late/Late.txt" /></ItemGroup>""")] // as any generator of code adds it
    [InlineData("""<PropertyGroup><DefineConstants>$(DefineConstants);LATE</DefineConstants></PropertyGroup>""")]
    public async Task Source_added_to_the_compilation_after_narration_was_read_is_not_lost_silently(string change)
    {
        const string Title = """
            namespace Lesson;
            public static partial class Late
            {
                [FlamingHorse.Narration.Narration("Too late to be read.")]
                public static partial FlamingHorse.Narration.NarrationSegment Title { get; }
            }
            """;
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Write("late/Late.txt", Title)
            .Write("Late.cs", $"#if LATE\n{Title}\n#endif\n")
            .Write(
                "Directory.Build.targets",
                $"""
                <Project>
                  <Target Name="ComeLate" AfterTargets="SynthesizeNarration" BeforeTargets="CoreCompile">{change}</Target>
                </Project>
                """
            );

        var build = await lesson.BuildAsync();

        build.ExitCode.ShouldNotBe(0);
        build.Errors.Select(e => e.Code).ShouldBe(["FHN1005"]);
    }

    [Fact]
    public async Task A_failing_worker_names_the_line_of_the_text_that_it_failed_on()
    {
        Machine.Worker.Use("--match impossible --error 'bad_input:It cannot be said.'");
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Bad", "This is impossible to say."));

        var build = await lesson.BuildAsync();

        build.ExitCode.ShouldNotBe(0);
        var error = build.Errors.ShouldHaveSingleItem(build.Output);
        (Path.GetFileName(error.File), error.Line).ShouldBe(("Intro.cs", 10));
        error.Code.ShouldStartWith("FHN");
        Machine.Worker.Spoken.ShouldContain("Welcome to the lesson.");
        Machine.Worker.Use();
        Machine.Worker.Clear();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.ShouldBe(["This is impossible to say."]);
    }

    [Theory]
    [InlineData("Debug")]
    [InlineData("Release")]
    public async Task Two_texts_of_one_segment_under_if_are_warned_about_in_either_configuration(string configuration)
    {
        var lesson = Machine
            .NewProject()
            .Write(
                "Intro.cs",
                """
                using FlamingHorse.Narration;

                public static partial class Intro
                {
                #if DEBUG
                    [Narration("Short.")]
                #else
                    [Narration("Welcome to the lesson.")]
                #endif
                    public static partial NarrationSegment Welcome { get; }

                #if DEBUG
                    [Narration("Only while we try it out.")]
                    public static partial NarrationSegment Trial { get; }
                #endif
                }
                """
            );

        var warning = (await lesson.BuildAsync($"-p:Configuration={configuration}")).ShouldSucceed().Warnings.ShouldHaveSingleItem();

        (warning.Code, warning.Line).ShouldBe(("FHN1067", configuration == "Debug" ? 6 : 8));
        warning.Text.ShouldContain("DEBUG");
    }
}
