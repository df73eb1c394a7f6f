namespace FlamingHorse.Narration.Acceptance.Faults;

public sealed class GarbageTests : AcceptanceTest
{
    [Theory]
    [InlineData("{ \0garbage", 1)]
    [InlineData("{\n  \"schema\": 1,\n  \"voices\": {},\n  \"segments\": {\n    \"Scenes.Intro.Welcome\": { \"key\": \"ab", 5)]
    public async Task A_half_written_lock_is_an_error_at_its_line_and_stays_for_its_author(string garbage, int line)
    {
        var lesson = Lesson().Write("narration.lock.json", garbage);

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN3003");

        error.File.ShouldEndWith("narration.lock.json");
        error.Line.ShouldBe(line);
        (await File.ReadAllTextAsync(lesson.LockFile)).ShouldBe(garbage);
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Clips_are_made_again_with_one_warning_when_every_cache_file_is_garbage()
    {
        var lesson = Lesson();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        foreach (var file in Directory.EnumerateFiles(Machine.Cache, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            await File.WriteAllTextAsync(file, "{ \0garbage");
        }

        File.Delete(lesson.LockFile);
        Directory.Delete(lesson.At("bin"), recursive: true);
        Machine.Worker.Clear();

        (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN3009");

        Machine.Worker.Spoken.Count.ShouldBe(2);
        (await lesson.RunAsync()).Segments.ShouldAllBe(s => AudioFolder.Hash(s.Path!) == s.AudioHash);
    }

    [Fact]
    public async Task An_error_in_a_voice_configuration_is_reported_at_its_line_and_column()
    {
        var lesson = Lesson().Write("voice_clone_config.json", "{\n  \"provider\": \"mlx\",\n  \"narrator\": }\n");

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN2018");

        error.File.ShouldEndWith("voice_clone_config.json");
        (error.Line, error.Column).ShouldBe((3, 15));
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_half_written_index_of_Flaming_Horse_is_an_error_at_its_line_and_is_rebuilt_once_deleted()
    {
        const string Half = "[\n  {\n    \"narration_key\": \"theirs\",\n    \"text\": \"Half";
        var lesson = Lesson().Set("NarrationExportFormat", "FlamingHorse").Write("media/voiceovers/qwen/cache.json", Half);
        var index = lesson.At("media/voiceovers/qwen/cache.json");

        var error = (await lesson.BuildAsync("-t:ExportNarration")).ShouldFailWith("FHN3054");

        error.File.ShouldEndWith("cache.json");
        error.Line.ShouldBe(4);
        (await File.ReadAllTextAsync(index)).ShouldBe(Half);

        File.Delete(index);
        (await lesson.BuildAsync("-t:ExportNarration")).ShouldSucceedWithoutWarnings();
        using var made = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(index));
        made.RootElement.EnumerateArray()
            .Select(e => e.GetProperty("text").GetString())
            .ShouldBe(["Welcome to the lesson.", "This is the rule."]);
        Machine.Worker.Spoken.Count.ShouldBe(2);
    }

    private LessonProject Lesson() =>
        Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "This is the rule."));
}
