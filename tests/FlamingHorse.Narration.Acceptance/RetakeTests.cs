namespace FlamingHorse.Narration.Acceptance;

public sealed class RetakeTests : AcceptanceTest
{
    [Fact]
    public async Task A_pattern_retakes_exactly_its_segments_with_other_seeds()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."))
            .Scene("Outro", ("Goodbye", "Goodbye, and come again."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var before = lesson.Lock;
        var seeds = Seeds();
        Machine.Worker.Clear();

        (await lesson.BuildAsync("-p:NarrationRetake=Scenes.Intro.*")).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.Order().ShouldBe(["Each entry sums a row and a column.", "Welcome to the lesson."]);
        Seeds().ShouldNotContain(seed => seeds.Contains(seed));
        lesson.Lock["Scenes.Outro.Goodbye"].ShouldBe(before["Scenes.Outro.Goodbye"]);
        foreach (var id in new[] { "Scenes.Intro.Welcome", "Scenes.Intro.Rule" })
        {
            lesson.Lock[id].Key.ShouldBe(before[id].Key);
            lesson.Lock[id].AudioHash.ShouldNotBe(before[id].AudioHash);
            (await lesson.RunAsync())[id].SampleCount.ShouldBe(lesson.Lock[id].SampleCount);
        }

        lesson.Audio().Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
        Machine.Worker.Clear();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_frameworks_retake_each_segment_once()
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Lesson"), "Lesson") { Frameworks = "net10.0;netstandard2.0" };
        lesson
            .Set("OutputType", null)
            .Set("LangVersion", "latest")
            .Set("ImplicitUsings", null)
            .Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var before = lesson.Lock;
        Machine.Worker.Clear();

        (await lesson.BuildAsync("-p:NarrationRetake=all")).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.Order().ShouldBe(["Each entry sums a row and a column.", "Welcome to the lesson."]);
        lesson.Lock.Segments.ShouldAllBe(s => s.Value.AudioHash != before[s.Key].AudioHash);
        foreach (var framework in lesson.Frameworks.Split(';'))
        {
            lesson.Audio(lesson.Output(framework)).Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
        }

        Machine.Worker.Clear();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pattern_that_matches_nothing_is_a_warning()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();

        var build = (await lesson.BuildAsync("-p:NarrationRetake=Scenes.Nowhere.*")).ShouldSucceed();

        build.Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN3017");
        Machine.Worker.Starts.ShouldBe(1);
    }

    [Fact]
    public async Task A_segment_that_was_retaken_and_then_renamed_keeps_its_own_take()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("First", "Now we begin."), ("Second", "Now we begin."));
        (await lesson.BuildAsync()).ShouldSucceed();
        (await lesson.BuildAsync("-p:NarrationRetake=Scenes.Intro.Second")).ShouldSucceed();
        var (first, second) = (lesson.Lock["Scenes.Intro.First"], lesson.Lock["Scenes.Intro.Second"]);
        second.AudioHash.ShouldNotBe(first.AudioHash);

        lesson.Scene("Intro", ("First", "Now we begin."), ("Renamed", "Now we begin."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        lesson.Lock["Scenes.Intro.Renamed"].ShouldBe(second);
        lesson.Lock["Scenes.Intro.First"].ShouldBe(first);
    }

    private List<long> Seeds() => [.. Machine.Worker.Messages("synth").Select(m => m.GetProperty("seed").GetInt64())];
}
