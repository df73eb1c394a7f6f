using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Acceptance;

public sealed class NothingChangedTests : AcceptanceTest
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task The_second_build_starts_nothing_writes_nothing_and_leaves_the_compiler_alone(string frameworks)
    {
        var lesson = Library(frameworks)
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums the products of a <mark name='row'/>row."))
            .Item("""<Narration Include="Outro.Goal" Text="By the end you multiply matrices in your head." />""");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        lesson.Lock.Ids.Count().ShouldBe(3);
        Machine.Worker.Spoken.Count.ShouldBe(3);
        Machine.Worker.Clear();
        var before = lesson.Snapshot();

        var second = await lesson.BuildLoggedAsync();

        second.ShouldSucceedWithoutWarnings();
        before.ChangesTo(lesson.Snapshot()).ShouldBeEmpty();
        Machine.Shims.Starts.ShouldBeEmpty();
        second.Compilations.ShouldBe(0);
        second.TargetRan("SynthesizeNarration").ShouldBeTrue();
        second.TargetRan("_NarrationCopyAudio").ShouldBeFalse();
    }

    /// <summary>
    /// What an unchanged build costs is what the runtime has to compile in it; where the package has native tasks, that is none of ours.
    /// </summary>
    [Fact]
    public async Task The_second_build_JIT_compiles_none_of_our_methods()
    {
        var lesson = Library("net10.0").Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var list = Path.Combine(Machine.Root, "compiled.txt");
        Machine.Set("DOTNET_JitStdOutFile", list);
        Machine.Set("DOTNET_JitDisasmSummary", "1");

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        var compiled = await File.ReadAllLinesAsync(list);
        compiled.ShouldContain(line => line.Contains("Microsoft.Build.Evaluation.", StringComparison.Ordinal), "the process that built");
        var ours = compiled.Where(line => line.Contains("FlamingHorse.Narration.", StringComparison.Ordinal));
        if (RuntimeInformation.RuntimeIdentifier == "linux-x64")
        {
            ours.ShouldBeEmpty();
        }
        else
        {
            ours.ShouldNotBeEmpty("as long as the package is packed without native tasks for this machine");
        }
    }

    [Fact]
    public async Task A_warning_that_still_applies_is_repeated()
    {
        var lesson = Library("net10.0").Scene("Intro", ("Formula", "We see that a^2 + b^2 = c^2."));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var warning = (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem();
            warning.Code.ShouldBe("FHN1013");
            warning.File.ShouldEndWith("Scenes/Intro.cs");
            warning.Line.ShouldBe(7);
        }

        Machine.Worker.Starts.ShouldBe(1);
    }

    [Fact]
    public async Task Files_with_new_times_and_the_same_bytes_do_not_count_as_changed()
    {
        var lesson = Library("net10.0").Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var before = lesson.LockFile;
        var bytes = await File.ReadAllBytesAsync(before);
        Machine.Worker.Clear();

        await Machine.BashAsync($"find '{lesson.Folder}' -type f -exec touch -d 2001-01-01 {{}} +");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(before)).ShouldBe(bytes);
        lesson.Audio().Values.ShouldBe([lesson.Lock["Scenes.Intro.Welcome"].AudioHash]);
    }

    private LessonProject Library(string frameworks)
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Lesson"), "Lesson") { Frameworks = frameworks };
        return lesson.Set("OutputType", null).Set("LangVersion", "latest").Set("ImplicitUsings", null).Delete("Program.cs");
    }
}
