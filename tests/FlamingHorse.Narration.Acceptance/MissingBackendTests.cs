namespace FlamingHorse.Narration.Acceptance;

public sealed class MissingBackendTests : AcceptanceTest
{
    [Fact]
    public async Task Without_a_backend_the_error_says_first_how_to_go_on_without_one()
    {
        Machine.Shims.Remove();
        var lesson = WithoutBackend().Scene("Intro", ("Welcome", "Welcome to the lesson."));

        var build = await lesson.BuildLoggedAsync();

        build.ShouldFailWith("FHN2001");
        var text = build.FullText("FHN2001");
        text.Split('\n')[0].ShouldContain("NarrationMissing=Estimate");
        text.ShouldContain("mlx");
        text.ShouldContain("python3");
        text.ShouldContain("SetupNarration");
        text.ShouldContain("NarrationRemoteCache");
        File.Exists(lesson.LockFile).ShouldBeFalse();
    }

    [Fact]
    public async Task No_other_voice_stands_in_for_the_missing_one()
    {
        // flite and espeak-ng are there, and nobody asked for them.
        var lesson = WithoutBackend().Set("NarrationPython", "/nonexistent/python").Scene("Intro", ("Welcome", "Welcome to the lesson."));

        var build = await lesson.BuildAsync();

        build.ExitCode.ShouldNotBe(0);
        build.Errors.ShouldAllBe(e => e.Code.StartsWith("FHN2", StringComparison.Ordinal));
        Machine.Shims.Starts.ShouldNotContain("flite");
        Machine.Shims.Starts.ShouldNotContain("espeak-ng");
    }

    [Fact]
    public async Task Estimates_are_reported_in_every_build_and_replaced_by_the_first_one_with_a_backend()
    {
        Machine.Shims.Remove();
        var lesson = WithoutBackend()
            .Set("NarrationMissing", "Estimate")
            .Scene(
                "Intro",
                ("Welcome", "Welcome to this lesson on the multiplication of matrices."),
                ("Rule", "Each entry sums a row and a column.")
            );

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var warning = (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem();
            warning.Code.ShouldBe("FHN3008");
        }

        var guess = await lesson.RunAsync();
        guess.Segments.ShouldAllBe(s => s.IsEstimated && s.AudioFile == null && s.SampleCount > s.SampleRate / 2);
        lesson.Audio().ShouldBeEmpty();
        if (File.Exists(lesson.LockFile))
        {
            lesson.Lock.Ids.ShouldBeEmpty();
        }

        lesson.Set("NarrationBackend", "worker").Set("NarrationMissing", null);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        var app = await lesson.RunAsync();
        app.Segments.ShouldAllBe(s => !s.IsEstimated);
        app.Segments.ShouldAllBe(s => AudioFolder.SampleCount(s.Path!) == s.SampleCount);
        Machine.Worker.Spoken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Under_dotnet_watch_nothing_is_spoken_unless_asked_for()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        Machine.Set("DOTNET_WATCH", "1");

        (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN3008");
        Machine.Shims.Starts.ShouldBeEmpty();
        (await lesson.BuildAsync("-p:NarrationMissing=Synthesize")).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.Count.ShouldBe(1);
        // What is known is known under watch too.
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
    }

    [Fact]
    public async Task The_synthesis_of_missing_audio_can_be_forbidden()
    {
        var lesson = Machine.NewProject().Set("NarrationMissing", "Error").Scene("Intro", ("Welcome", "Welcome to the lesson."));

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN3007");

        (Path.GetFileName(error.File), error.Line).ShouldBe(("Intro.cs", 7));
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_is_not_a_worker_is_detected_by_its_silence()
    {
        Machine.Worker.Use("--start-delay-ms 600000");
        Machine.Set("NARRATION_WORKER_SILENCE", "1");
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));

        var build = await lesson.BuildAsync();

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain("did not say hello within 1 s");
        build.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    private LessonProject WithoutBackend() =>
        Machine.NewProject().Set("NarrationBackend", null).Set("NarrationWorkerCommand", $"\"{Machine.Worker.Command}\"");
}
