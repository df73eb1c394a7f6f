namespace FlamingHorse.Narration.Acceptance;

public sealed class TargetTests : AcceptanceTest
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task SynthesizeNarration_alone_fills_the_cache_and_compiles_nothing(string frameworks)
    {
        var lesson = Library(frameworks);

        var build = await lesson.BuildLoggedAsync("-t:SynthesizeNarration");

        build.ShouldSucceedWithoutWarnings();
        build.Compilations.ShouldBe(0);
        Machine.Worker.Spoken.Count.ShouldBe(2);
        lesson.Lock.Ids.Count().ShouldBe(2);
        Machine.Worker.Clear();

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        foreach (var framework in frameworks.Split(';'))
        {
            lesson.Audio(lesson.Output(framework)).Count.ShouldBe(2);
        }
    }

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task ReportNarration_alone_builds_and_leaves_a_page_beside_each_app(string frameworks)
    {
        var lesson = Library(frameworks);

        (await lesson.BuildAsync("-t:ReportNarration")).ShouldSucceedWithoutWarnings();

        foreach (var framework in frameworks.Split(';'))
        {
            var page = await File.ReadAllTextAsync(Path.Combine(lesson.Output(framework), "narration-report.html"));
            page.ShouldContain("Welcome to the lesson.");
            lesson.Audio(lesson.Output(framework)).Count.ShouldBe(2);
        }

        Machine.Worker.Spoken.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task SetupNarration_and_PrepareNarration_alone_compile_nothing(string frameworks)
    {
        var lesson = Library(frameworks).Set("NarrationBackend", "mlx").Set("NarrationPython", "/nonexistent/python");

        var setup = await lesson.BuildLoggedAsync("-t:SetupNarration", "-p:NarrationDryRun=true");
        setup.ShouldSucceed();
        setup.Compilations.ShouldBe(0);

        // There is no Python, so what it must do is say so, once.
        var prepare = await lesson.BuildLoggedAsync("-t:PrepareNarration");
        prepare.ShouldFailWith("FHN2003");
        prepare.Errors.Count().ShouldBe(1);
        prepare.Compilations.ShouldBe(0);
        Machine.Worker.Starts.ShouldBe(0);
    }

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task CleanNarration_alone_removes_the_outputs_and_leaves_cache_and_lock(string frameworks)
    {
        var lesson = Library(frameworks);
        (await lesson.BuildAsync()).ShouldSucceed();
        var lockBefore = await File.ReadAllBytesAsync(lesson.LockFile);
        Machine.Worker.Clear();

        (await lesson.BuildAsync("-t:CleanNarration")).ShouldSucceedWithoutWarnings();

        foreach (var framework in frameworks.Split(';'))
        {
            lesson.Audio(lesson.Output(framework)).ShouldBeEmpty();
            Directory.Exists(lesson.Intermediate(framework)).ShouldBeFalse();
            File.Exists(Path.Combine(lesson.Output(framework), "Lesson.dll")).ShouldBeTrue();
        }

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(lockBefore);
        lesson.Audio(lesson.Output(frameworks.Split(';')[0])).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Clean_then_build_comes_from_the_cache()
    {
        var lesson = Library("net10.0");
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Clear();

        (await lesson.DotnetAsync("clean")).ShouldSucceed();
        lesson.Audio().ShouldBeEmpty();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        lesson.Audio().Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());

        // Without a lock the cache alone knows.
        (await lesson.DotnetAsync("clean")).ShouldSucceed();
        File.Delete(lesson.LockFile);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        lesson.Summary().FromLocalCache.ShouldBe(2);
    }

    [Fact]
    public async Task In_a_solution_with_other_projects_a_target_is_named_with_its_project()
    {
        var lesson = Library("net10.0");
        await lesson.PrepareAsync();
        Directory.CreateDirectory(Path.Combine(Machine.Root, "Plain"));
        await File.WriteAllTextAsync(
            Path.Combine(Machine.Root, "Plain", "Plain.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"""
        );
        await File.WriteAllTextAsync(
            Path.Combine(Machine.Root, "S.slnx"),
            $"""<Solution><Project Path="{Path.GetRelativePath(Machine.Root, lesson.ProjectFile)}" />"""
                + """<Project Path="Plain/Plain.csproj" /></Solution>"""
        );

        await Machine.BashAsync(
            $"'{Machine.Feed.Tools.Dotnet}' build S.slnx -t:{lesson.Name}:SynthesizeNarration -nologo -nr:false -tl:off"
        );

        Machine.Worker.Spoken.Count.ShouldBe(2);
        lesson.Lock.Ids.Count().ShouldBe(2);
    }

    private LessonProject Library(string frameworks)
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Lesson"), "Lesson") { Frameworks = frameworks };
        return lesson
            .Set("OutputType", null)
            .Set("LangVersion", "latest")
            .Set("ImplicitUsings", null)
            .Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));
    }
}
