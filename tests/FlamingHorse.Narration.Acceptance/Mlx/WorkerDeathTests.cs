namespace FlamingHorse.Narration.Acceptance.Mlx;

public sealed class WorkerDeathTests : MlxTest
{
    [Theory]
    [InlineData("crash", "exit")]
    [InlineData("crash", "segv")]
    [InlineData("hang", "sleep")]
    [InlineData("hang", "native")]
    public async Task A_worker_that_crashes_or_hangs_is_replaced_and_its_batch_is_retried_one_item_at_a_time(string fault, string kind)
    {
        Machine.Set("NARRATION_WORKER_SILENCE", "4");
        var lesson = NewLesson().Set("NarrationBatchSize", "4").Scene("Intro", [.. Lines(8), ("Victim", "Here something goes wrong.")]);
        Mlx.Does(
            new Dictionary<string, object>
            {
                [fault] = new
                {
                    on = "goes wrong",
                    kind,
                    times = 1,
                    after_frames = 5,
                },
            }
        );

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        build.Warnings.Select(w => w.Code).ShouldContain("FHN2030");
        Mlx.ProcessIds.Count.ShouldBe(2);
        Mlx.ProcessIds.ShouldAllBe(process => !IsAlive(process));
        var struck = Mlx.Batches.First(b => b.Contains("Here something goes wrong."));
        struck.Count.ShouldBeGreaterThan(1);
        foreach (var text in struck)
        {
            Mlx.Batches.Where(b => b.Contains(text)).Select(b => b.Count).ShouldBe([struck.Count, 1]);
        }

        Mlx.Spoken.Except(struck)
            .Select(text => Mlx.Spoken.Count(t => t == text))
            .ShouldAllBe(times => times == 1, "finished ones are kept");
        lesson.Summary().WorkerStarts.ShouldBe(2);
        lesson.Audio().Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_text_that_kills_the_worker_twice_fails_at_its_line_and_all_others_finish()
    {
        var lesson = NewLesson().Scene("Intro", [.. Lines(4), ("Victim", "Here something goes wrong.")]);
        Mlx.Does(new { crash = new { on = "goes wrong", kind = "exit" } });

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN2016");

        (Path.GetFileName(error.File), error.Line).ShouldBe(("Intro.cs", LineOf(lesson, "goes wrong")));
        Mlx.ProcessIds.Count.ShouldBe(3);
        Mlx.Clear();
        Mlx.Does(new { });
        (await lesson.BuildAsync()).ShouldSucceed();
        Mlx.Spoken.ShouldBe(["Here something goes wrong."]);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("abort")]
    [InlineData("kill")]
    public async Task Out_of_memory_halves_the_batch_until_it_fits(string kind)
    {
        var lesson = NewLesson().Scene("Intro", Lines(10));
        Mlx.Does(
            new
            {
                oom = new
                {
                    on = "In step",
                    kind,
                    above_batch = 1,
                },
            }
        );

        (await lesson.BuildAsync()).ShouldSucceed();

        Mlx.Batches.Select(b => b.Count).ShouldBe([1, 8, 4, 2, .. Enumerable.Repeat(1, 9)]);
        Mlx.ProcessIds.Count.ShouldBe(4);
        lesson.Audio().Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_segment_that_does_not_fit_alone_is_an_error_and_another_model_speaks_it_only_when_one_was_named()
    {
        const string Small = "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit";
        var lesson = NewLesson().Scene("Intro", [.. Lines(3), ("Large", "This needs very much memory.")]);
        Mlx.Does(
            new
            {
                oom = new
                {
                    on = "very much memory",
                    kind = "abort",
                    times = 4,
                },
            }
        );

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN2017");

        error.Line.ShouldBe(LineOf(lesson, "very much memory"));
        error.Text.ShouldContain("NarrationOutOfMemoryModel");
        Mlx.Loads.Distinct().ShouldHaveSingleItem();
        lesson.Set("NarrationOutOfMemoryModel", Small);
        var spent = Mlx.Events("dying").Count;
        Mlx.Clear();
        Mlx.Does(
            new
            {
                oom = new
                {
                    on = "very much memory",
                    kind = "abort",
                    times = 2,
                },
            }
        );
        var build = (await lesson.BuildAsync()).ShouldSucceed();

        spent.ShouldBeGreaterThanOrEqualTo(2);
        build.Warnings.Select(w => w.Code).ShouldContain("FHN2028");
        Mlx.Loads[^1].ShouldBe(Small);
        Mlx.Spoken.Distinct().ShouldBe(["This needs very much memory."]);
    }

    [Fact]
    public async Task More_memory_than_was_allowed_is_never_used()
    {
        var lesson = NewLesson().Scene("Intro", Lines(1)).Set("NarrationMemoryLimit", "2");
        Mlx.Does(new { bytes_in_use = 3L << 30 });

        (await lesson.BuildAsync()).ShouldFailWith("FHN2017").Text.ShouldContain("NarrationMemoryLimit");

        Mlx.Events("memory_limit").Select(e => e.GetProperty("bytes").GetInt64()).Distinct().ShouldBe([2L << 30]);
        Mlx.ProcessIds.Count.ShouldBe(2, "once more with a fresh worker");
        lesson.Set("NarrationMemoryLimit", "4");
        (await lesson.BuildAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task Whatever_is_missing_before_the_first_word_is_reported_once_with_its_cure()
    {
        var lesson = NewLesson().Scene("Intro", Lines(2)).Set("NarrationModel", "mlx-community/Not-Here");
        (await lesson.BuildAsync()).ShouldFailWith("FHN2007").Text.ShouldContain("NarrationAllowDownload");
        Mlx.ProcessIds.Count.ShouldBe(1, "a second start would say the same");

        lesson.Set("NarrationModel", "mlx-community/Qwen3-TTS-25Hz-1.7B-Base");
        (await lesson.BuildAsync()).ShouldFailWith("FHN2021").Text.ShouldContain("12 Hz");

        lesson.Set("NarrationModel", null);
        Mlx.Does(new { no_device = true });
        (await lesson.BuildAsync()).ShouldFailWith("FHN2006");

        lesson.Set("NarrationPython", "/no/such/python");
        (await lesson.BuildAsync()).ShouldFailWith("FHN2003").Text.ShouldContain("SetupNarration");
        lesson.Summary().Synthesized.ShouldBe(0);
    }

    private static int LineOf(LessonProject lesson, string text) =>
        1 + Array.FindIndex(File.ReadAllLines(lesson.At("Scenes/Intro.cs")), line => line.Contains(text, StringComparison.Ordinal));
}
