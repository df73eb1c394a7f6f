namespace FlamingHorse.Narration.Acceptance;

/// <summary>
/// A package with one backend more, which <c>tests/exercises/backend.sh</c> makes of one file and one line.
/// <c>NARRATION_EXERCISE_PACKAGES</c> names a folder where it has been packed already.
/// </summary>
public sealed class AddedBackendTests
{
    private const int LongestBackend = 60;

    [Fact]
    public async Task One_file_and_one_line_are_a_backend_with_settings_refusals_preparation_and_keys()
    {
        var source = Path.Combine(PackageFeed.Repository, "tests", "exercises", "ExerciseBackend.cs");
        (await File.ReadAllLinesAsync(source)).Length.ShouldBeLessThanOrEqualTo(LongestBackend);
        var feed = await PackAsync();
        try
        {
            using var machine = new Machine(feed);
            await BuildAsync(machine);
        }
        finally
        {
            await feed.CloseAsync();
        }
    }

    private static async Task BuildAsync(Machine machine)
    {
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

    /// <summary>The package in a feed of its own; packed now unless a folder was named.</summary>
    private static async Task<PackageFeed> PackAsync()
    {
        if (Environment.GetEnvironmentVariable("NARRATION_EXERCISE_PACKAGES") is { Length: > 0 } packed)
        {
            return await PackageFeed.OpenAsync(PackageFeed.NewestPackage(packed));
        }

        var folder = Directory.CreateTempSubdirectory("fhn-exercise-");
        try
        {
            await PackageFeed.RunScriptAsync("tests/exercises/backend.sh", "--pack", folder.FullName);
            return await PackageFeed.OpenAsync(PackageFeed.NewestPackage(Path.Combine(folder.FullName, "artifacts", "packages")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
