namespace FlamingHorse.Narration.Acceptance;

public sealed class FirstBuildTests : AcceptanceTest
{
    [Fact]
    public async Task The_first_build_speaks_everything_with_one_worker_and_the_program_knows_every_sample()
    {
        var lesson = Write(Machine.NewProject()).Set("EnableNETAnalyzers", "true");

        var build = await lesson.BuildAsync();

        build.ShouldSucceedWithoutWarnings();
        Machine.Worker.Starts.ShouldBe(1);
        Machine.Worker.Messages("init").Count().ShouldBe(1);
        Machine.Worker.Spoken.Count.ShouldBe(13);
        Machine.Worker.Spoken.ShouldBeUnique();
        var summary = lesson.Summary();
        (summary.Segments, summary.Synthesized, summary.WorkerStarts, summary.ModelLoads, summary.Failed).ShouldBe((13, 13, 1, 1, 0));
        build.Output.ShouldContain("Narration: 13 synthesized, 0 cached");

        await ShouldKnowEverySampleAsync(lesson);
    }

    [Fact]
    public async Task Segments_go_to_the_worker_in_batches_after_a_first_one_alone()
    {
        var lesson = Machine
            .NewProject()
            .Set("NarrationBatchSize", "4")
            .Scene("Intro", Enumerable.Range(1, 9).Select(n => ($"Line{n}", $"This is line number {n} of the lesson.")));

        (await lesson.BuildAsync()).ShouldSucceed();

        Machine.Worker.Batches.Select(b => b.Count).ShouldBe([1, 4, 4]);
    }

    [Fact]
    public async Task A_plain_log_has_a_line_for_every_finished_segment()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Goodbye", "Goodbye, and come again."));

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        build.Output.ShouldContain("1/2");
        build.Output.ShouldContain("2/2");
        build.Output.ShouldMatch(@"Narration: 2 synthesized, 0 cached, \d+\.\d s");
    }

    [Fact]
    public async Task The_voice_of_the_operating_system_speaks_when_asked_for_by_name()
    {
        var lesson = Machine.NewProject().Set("NarrationBackend", "system").Scene("Intro", ("Welcome", "Welcome to the lesson."));

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldNotBeEmpty();
        Machine.Shims.Starts.ShouldAllBe(name => name == "flite");
        var welcome = (await lesson.RunAsync())["Scenes.Intro.Welcome"];
        AudioFolder.SampleCount(welcome.Path!).ShouldBe(welcome.SampleCount);
        welcome.SampleCount.ShouldBeGreaterThan(welcome.SampleRate / 2);

        Machine.Shims.Clear();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    /// <summary>The lesson of the first build: 13 segments in two scenes.</summary>
    internal static LessonProject Write(LessonProject lesson) =>
        lesson
            .Scene("Intro", Enumerable.Range(1, 12).Select(n => ($"Line{n}", $"This is line number {n} of the lesson.")))
            .Item("""<Narration Include="Outro.Goal" Text="By the end you multiply matrices in your head." />""");

    /// <summary>Program, audio and lock agree on every segment of that lesson.</summary>
    internal static async Task ShouldKnowEverySampleAsync(LessonProject lesson)
    {
        var app = await lesson.RunAsync();
        app.Segments.Count.ShouldBe(13);
        foreach (var segment in app.Segments)
        {
            segment.IsEstimated.ShouldBeFalse();
            segment.AudioFile.ShouldBe($"narration/Lesson/{segment.Id}.wav");
            AudioFolder.SampleCount(segment.Path!).ShouldBe(segment.SampleCount);
            AudioFolder.Hash(segment.Path!).ShouldBe(segment.AudioHash);
            lesson.Lock[segment.Id].AudioHash.ShouldBe(segment.AudioHash);
            lesson.Lock[segment.Id].SampleCount.ShouldBe(segment.SampleCount);
        }
    }
}
