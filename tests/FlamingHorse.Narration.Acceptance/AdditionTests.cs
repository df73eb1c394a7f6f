namespace FlamingHorse.Narration.Acceptance;

/// <summary>What a stranger adds to the package, each by one line and at most one file.</summary>
public sealed class AdditionTests(AddedPackage added) : IClassFixture<AddedPackage>
{
    private const int LongestFile = 60;

    [Theory]
    [InlineData("ExerciseBackend.cs")]
    [InlineData("ExerciseFormat.cs")]
    public async Task Each_addition_is_a_short_file(string file) =>
        (await File.ReadAllLinesAsync(Path.Combine(PackageFeed.Repository, "tests", "exercises", file))).Length.ShouldBeLessThanOrEqualTo(
            LongestFile
        );

    [Fact]
    public async Task One_file_and_one_line_make_a_backend_with_settings_refusals_preparation_and_keys()
    {
        using var machine = new Machine(added.Feed);
        var lesson = machine.NewProject().Set("NarrationBackend", "exercise").Set("NarrationWorkerCommand", null);
        FirstBuildTests.Write(lesson);

        (await lesson.BuildAsync("-t:PrepareNarration")).ShouldSucceed().Output.ShouldContain("440 Hz");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings().Output.ShouldContain("Narration: 13 synthesized, 0 cached");
        await FirstBuildTests.ShouldKnowEverySampleAsync(lesson);
        machine.Shims.Starts.ShouldBeEmpty();

        // The voice's name is part of the key, as of every voice; with the old name the old takes are back.
        const string other = """<NarrationVoice Include="narrator" Model="220" />""";
        var first = lesson.Lock["Scenes.Intro.Line1"].AudioHash;
        (await lesson.Item(other).BuildAsync()).ShouldSucceedWithoutWarnings().Output.ShouldContain("Narration: 13 synthesized, 0 cached");
        lesson.Lock["Scenes.Intro.Line1"].AudioHash.ShouldNotBe(first);
        (await lesson.RemoveItem(other).BuildAsync())
            .ShouldSucceedWithoutWarnings()
            .Output.ShouldContain("Narration: 0 synthesized, 13 cached");
        lesson.Lock["Scenes.Intro.Line1"].AudioHash.ShouldBe(first);

        var refused = await lesson.Item("""<NarrationVoice Include="narrator" Model="shrill" />""").BuildAsync();
        var refusal = refused.ShouldFailWith("FHN2029");
        refusal.Text.ShouldContain("'shrill' is no frequency");
        refusal.File.ShouldEndWith("Lesson.csproj");

        var unknown = await lesson.Set("NarrationBackend", "exorcise").BuildAsync();
        unknown.ShouldFailWith("FHN2002").Text.ShouldContain("or exercise");
    }

    [Fact]
    public async Task One_line_makes_a_setting_that_is_passed_on_validated_documented_and_left_out_of_the_check()
    {
        using var machine = new Machine(added.Feed);
        var lesson = NewLesson(machine);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var before = lesson.Snapshot();

        (await lesson.BuildAsync("-p:NarrationExerciseWords=2")).ShouldSucceedWithoutWarnings();

        before.ChangesTo(lesson.Snapshot()).ShouldBeEmpty("a setting of exports alone makes nothing again");
        var wrong = await lesson.Set("NarrationExerciseWords", "many").BuildAsync("-t:ExportNarration");
        wrong.ShouldFailWith("FHN2020").Text.ShouldContain("NarrationExerciseWords is \"many\". It must be a whole number from 1 to 9.");

        (await File.ReadAllTextAsync(Path.Combine(added.Feed.Installed, "build", "FlamingHorse.Narration.targets"))).ShouldContain(
            "\nNarrationExerciseWords=$(NarrationExerciseWords)\n"
        );
        (await ReadAsync("docs/reference.md")).ShouldContain("\n| `NarrationExerciseWords` | `3` | | words of a line |\n");
        (await ReadAsync("src/FlamingHorse.Narration.Build/State/UncheckedSettings.cs")).ShouldContain(
            "\"NarrationExerciseWords\" => true,"
        );
    }

    [Fact]
    public async Task One_file_and_one_line_make_an_export_format()
    {
        using var machine = new Machine(added.Feed);
        var lesson = NewLesson(machine).Set("NarrationExportFormat", "words");

        (await lesson.BuildAsync("-t:ExportNarration")).ShouldSucceed().Output.ShouldContain("1 files exported");
        (await WordsAsync(lesson)).ShouldBe(["Welcome to the", "Goodbye, and come"]);
        (await lesson.Set("NarrationExerciseWords", "2").BuildAsync("-t:ExportNarration")).ShouldSucceed();
        (await WordsAsync(lesson)).ShouldBe(["Welcome to", "Goodbye, and"]);

        var unknown = await lesson.Set("NarrationExportFormat", "Worlds").BuildAsync("-t:ExportNarration");
        unknown.Output.ShouldContain("It may name Srt, Words, WebVtt");
        (await ReadAsync("docs/export.md")).ShouldContain("\n| `Words` | `.words.txt` | the first words of each segment |\n");
    }

    [Fact]
    public Task A_package_whose_two_libraries_differ_is_refused() =>
        PackageFeed.RunScriptAsync("tests/exercises/package-validation.sh", added.Copy);

    private static LessonProject NewLesson(Machine machine) =>
        machine
            .NewProject()
            .Set("NarrationBackend", "exercise")
            .Set("NarrationWorkerCommand", null)
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Goodbye", "Goodbye, and come again."));

    private static Task<string[]> WordsAsync(LessonProject lesson) =>
        File.ReadAllLinesAsync(Path.Combine(lesson.Output(), "narration-export", "Lesson.words.txt"));

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(added.Copy, file));
}
