using FlamingHorse.Narration.Acceptance.Neural;

namespace FlamingHorse.Narration.Acceptance;

/// <summary>Words of the operating system's voice, which does not know when it says them, timed by pocketsphinx.</summary>
public sealed class AlignmentTests : AcceptanceTest
{
    private const string Text = "Each entry sums the products of a <mark name='row'/>row and a <mark name='column'/>column.";

    [Fact]
    public async Task Cues_of_flites_voice_are_measured_a_moved_one_needs_no_synthesis_and_the_lock_alone_gives_them()
    {
        AddAligner();
        var lesson = Speaking("Lesson");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var told = await SpokenWords.ReadAsync(Machine, lesson);

        told.Lines.Count.ShouldBe(11 + 2);
        told.Lines.ShouldAllBe(line => !line.Contains("est.", StringComparison.Ordinal));
        told.Cue("row").ShouldBe(told.Start("row"));
        told.Cue("column").ShouldBe(told.Start("column."));
        Machine.Shims.Starts.Count(name => name == "pocketsphinx").ShouldBe(1);

        Machine.Shims.Clear();
        lesson.Scene(
            "Intro",
            (
                "Rule",
                Text.Replace("<mark name='row'/>", "", StringComparison.Ordinal)
                    .Replace("sums", "<mark name='row'/>sums", StringComparison.Ordinal)
            )
        );
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        (await SpokenWords.ReadAsync(Machine, lesson)).Cue("row").ShouldBe(told.Start("sums"));

        Machine.UseHome("other");
        var clone = Speaking("Lesson", "clone");
        File.Copy(lesson.LockFile, clone.LockFile);
        (await clone.BuildAsync("-p:NarrationLockedMode=true")).ShouldSucceed();
        clone.Audio().ShouldBeEmpty();
        Machine.Shims.Starts.ShouldBeEmpty();
        (await SpokenWords.ReadAsync(Machine, clone)).Lines.ShouldBe(told.Lines);
    }

    [Fact]
    public async Task Without_an_aligner_cues_are_estimates_and_one_that_nobody_named_is_not_reported_missing()
    {
        var lesson = Speaking("Lesson");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        (await SpokenWords.ReadAsync(Machine, lesson))
            .Lines.Count(line => line.EndsWith("(est.)", StringComparison.Ordinal))
            .ShouldBe(11 + 2);

        (await lesson.BuildAsync("-p:NarrationRecognizer=pocketsphinx", "-p:NarrationRetake=*"))
            .ShouldSucceed()
            .Warnings.ShouldHaveSingleItem()
            .Text.ShouldContain("apt-get install pocketsphinx");
    }

    [Fact]
    public async Task A_check_times_the_words_of_older_takes_and_says_that_none_was_transcribed()
    {
        var lesson = Speaking("Lesson");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var before = await File.ReadAllTextAsync(lesson.LockFile);
        before.ShouldNotContain("\"words\"");
        AddAligner();
        Machine.Shims.Clear();

        var locked = (await lesson.BuildAsync("-t:CheckNarration", "-p:NarrationLockedMode=true")).ShouldSucceed();
        locked.Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN4005");
        (await File.ReadAllTextAsync(lesson.LockFile)).ShouldBe(before);

        var check = (await lesson.BuildAsync("-t:CheckNarration")).ShouldSucceed();
        check.Warnings.ShouldHaveSingleItem().Text.ShouldContain("Nobody has listened to 1 take");
        check.Output.ShouldContain("words of 1 takes timed");
        Machine.Shims.Starts.ShouldAllBe(name => name == "pocketsphinx");
        (await File.ReadAllTextAsync(lesson.LockFile)).ShouldContain("\"words\"");

        Machine.Shims.Clear();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        (await SpokenWords.ReadAsync(Machine, lesson)).Lines.ShouldAllBe(line => !line.Contains("est.", StringComparison.Ordinal));
    }

    private void AddAligner() =>
        Machine.Shims.Write(
            Path.Combine(Machine.Shims.Folder, "pocketsphinx_batch"),
            "pocketsphinx",
            $"exec '{ToolFolder.Find("pocketsphinx_batch") ?? throw new InvalidOperationException("apt-get install pocketsphinx")}' \"$@\""
        );

    private LessonProject Speaking(string name, string? folder = null) =>
        Machine
            .NewProject(name, folder)
            .Set("NarrationBackend", "system")
            .Write("Program.cs", SpokenWords.Program)
            .Scene("Intro", ("Rule", Text));
}
