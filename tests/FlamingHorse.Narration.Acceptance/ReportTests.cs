namespace FlamingHorse.Narration.Acceptance;

public sealed class ReportTests : AcceptanceTest
{
    [Fact]
    public async Task ReportNarration_alone_builds_and_writes_a_page_that_plays_what_lies_beside_it()
    {
        var lesson = FourSegments();

        var build = await lesson.BuildAsync("-t:ReportNarration", "-getTargetResult:ReportNarration");

        build.ShouldSucceed();
        var page = Path.Combine(lesson.Output(), "narration-report.html");
        build.Output.ShouldContain("narration-report.html");
        var report = ReportView.Read(page);
        report.Ids.ShouldBe(["Scenes.Intro.Welcome", "Scenes.Intro.Rule", "Scenes.Outro.Why", "Scenes.Outro.Goodbye"]);
        foreach (var id in report.Ids)
        {
            var take = report[id].GetProperty("take");
            File.Exists(Path.Combine(lesson.Output(), take.GetProperty("audio").GetString()!)).ShouldBeTrue();
            take.GetProperty("samples").GetInt64().ShouldBe(lesson.Lock[id].SampleCount);
            take.GetProperty("hash").GetString().ShouldBe(lesson.Lock[id].AudioHash);
            take.GetProperty("source").GetString().ShouldBe("synthesized");
            take.GetProperty("seed").GetInt64().ShouldBeGreaterThan(0);
        }

        report["Scenes.Intro.Rule"].GetProperty("place").GetString().ShouldStartWith("Scenes/Intro.cs:");
        Machine.Worker.Clear();
        var before = await File.ReadAllBytesAsync(page);
        (await lesson.BuildAsync("-t:ReportNarration")).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(page)).ShouldBe(before);
    }

    [Fact]
    public async Task Every_framework_has_its_page()
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Lesson"), "Lesson") { Frameworks = "net10.0;netstandard2.0" };
        lesson
            .Set("OutputType", null)
            .Set("LangVersion", "latest")
            .Set("ImplicitUsings", null)
            .Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the lesson."));

        (await lesson.BuildAsync("-t:ReportNarration")).ShouldSucceedWithoutWarnings();

        foreach (var framework in new[] { "net10.0", "netstandard2.0" })
        {
            ReportView
                .Read(Path.Combine(lesson.Output(framework), "narration-report.html"))
                .Data.GetProperty("framework")
                .GetString()
                .ShouldBe(framework);
        }

        Machine.Worker.Spoken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_page_shows_how_far_a_segment_moved_and_can_embed_its_audio()
    {
        var lesson = FourSegments();
        (await lesson.BuildAsync()).ShouldSucceed();
        var before = lesson.Lock["Scenes.Outro.Why"];

        lesson.Scene("Outro", ("Why", "Why is that so, after all that we have seen until now?"), ("Goodbye", "Goodbye, and come again."));
        (await lesson.BuildAsync("-t:ReportNarration", "-p:NarrationReportEmbed=true")).ShouldSucceed();

        var page = Path.Combine(lesson.Output(), "narration-report.html");
        var report = ReportView.Read(page);
        report["Scenes.Outro.Why"].GetProperty("before").GetDouble().ShouldBe(before.SampleCount / Rate(report, "Scenes.Outro.Why"), 0.001);
        var kept = report["Scenes.Intro.Welcome"];
        kept.GetProperty("before")
            .GetDouble()
            .ShouldBe(lesson.Lock["Scenes.Intro.Welcome"].SampleCount / Rate(report, "Scenes.Intro.Welcome"), 0.001);

        // To be handed on as one file: the clips are inside, and the licence of what draws them.
        var html = await File.ReadAllTextAsync(page);
        foreach (var clip in Directory.EnumerateFiles(Path.Combine(lesson.Output(), "narration", "Lesson")))
        {
            html.ShouldContain(Convert.ToBase64String(await File.ReadAllBytesAsync(clip)));
        }

        html.ShouldContain("wavesurfer.js\nBSD 3-Clause License");
    }

    private static double Rate(ReportView report, string id) => report[id].GetProperty("take").GetProperty("rate").GetInt64();

    private LessonProject FourSegments() =>
        Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."))
            .Scene("Outro", ("Why", "Why is that so?"), ("Goodbye", "Goodbye, and come again."));
}
