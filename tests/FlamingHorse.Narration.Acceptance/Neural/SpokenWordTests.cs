namespace FlamingHorse.Narration.Acceptance.Neural;

/// <summary>Times of words from the voice to the program that is built.</summary>
public sealed class SpokenWordTests : AcceptanceTest
{
    private const string Text = "Each entry sums the products of a <mark name='row'/>row and a <mark name='column'/>column.";

    [Fact]
    public async Task Cues_fall_on_their_words_and_a_moved_mark_needs_no_synthesis()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        var told = await SpokenWords.ReadAsync(Machine, lesson);

        told.Lines.ShouldAllBe(line => !line.Contains("est.", StringComparison.Ordinal));
        told.Start("row").ShouldBe(told.Cue("row"));
        told.Start("column.").ShouldBe(told.Cue("column"));
        told.Lines.Count.ShouldBe(11 + 2);

        lesson.Scene(
            "Intro",
            (
                "Rule",
                Text.Replace("<mark name='row'/>", "", StringComparison.Ordinal)
                    .Replace("sums", "<mark name='row'/>sums", StringComparison.Ordinal)
            )
        );
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings().Output.ShouldContain("Narration: 0 synthesized, 1 cached");
        var moved = await SpokenWords.ReadAsync(Machine, lesson);
        moved.Cue("row").ShouldBe(told.Start("sums"));
        moved.Words.ShouldBe(told.Words);
    }

    [Fact]
    public async Task A_machine_without_audio_has_the_same_words_and_cues_from_the_lock_alone()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.UseHome("other");
        var clone = Speaking("Lesson", "clone").Scene("Intro", ("Rule", Text));
        File.Copy(lesson.LockFile, clone.LockFile);

        (await clone.BuildAsync("-p:NarrationLockedMode=true")).ShouldSucceed();

        clone.Audio().ShouldBeEmpty();
        (await SpokenWords.ReadAsync(Machine, clone)).Lines.ShouldBe((await SpokenWords.ReadAsync(Machine, lesson)).Lines);
    }

    [Fact]
    public async Task A_clone_has_its_audio_without_a_shared_store()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text), ("End", "That is all."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var locked = await File.ReadAllBytesAsync(lesson.LockFile);
        Machine.UseHome("other");
        var clone = Speaking("Lesson", "clone").Scene("Intro", ("Rule", Text), ("End", "That is all."));
        File.Copy(lesson.LockFile, clone.LockFile);

        (await clone.BuildAsync()).ShouldSucceedWithoutWarnings().Output.ShouldContain("Narration: 2 synthesized, 0 cached");

        // The same kind of processor: the very bytes.
        clone.Audio().ShouldBe(lesson.Audio());
        (await File.ReadAllBytesAsync(clone.LockFile)).ShouldBe(locked);
    }

    [Fact]
    public async Task Exported_captions_mark_every_word()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text));

        (await lesson.BuildAsync("-t:ExportNarration")).ShouldSucceedWithoutWarnings();

        var vtt = await File.ReadAllTextAsync(Path.Combine(lesson.Output(), "narration-export", "Lesson.vtt"));
        vtt.Split("<c>").Length.ShouldBe(11 + 1);
    }

    private LessonProject Speaking(string name, string? folder = null) =>
        new LessonProject(Machine, Path.Combine(Machine.Root, folder ?? name), name) { Packages = [Machine.Feed.SpeechPackage] }
            .Set("NarrationBackend", null)
            .Set("NarrationWorkerCommand", null)
            .Write("Program.cs", SpokenWords.Program);
}
