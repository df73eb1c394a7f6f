namespace FlamingHorse.Narration.Acceptance;

public sealed class DesignTimeTests : AcceptanceTest
{
    private static readonly string[] _editor =
    [
        "-t:Compile",
        "-p:DesignTimeBuild=true",
        "-p:SkipCompilerExecution=true",
        "-p:ProvideCommandLineArgs=true",
        "-p:BuildingInsideVisualStudio=true",
        "-p:BuildProjectReferences=false",
    ];

    [Fact]
    public async Task A_cold_editor_starts_nothing_and_the_next_build_makes_exactly_what_is_missing()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));

        (await lesson.BuildAsync(_editor)).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        Directory.Exists(Machine.Cache).ShouldBeFalse();
        File.Exists(lesson.LockFile).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(lesson.Intermediate()).Select(Path.GetFileName).ShouldBe(["design"]);

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.Count.ShouldBe(2);
        lesson.Summary().Synthesized.ShouldBe(2);
    }

    [Fact]
    public async Task An_editor_between_two_builds_changes_nothing_that_a_build_reads()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));
        (await lesson.BuildAsync()).ShouldSucceed();
        (await lesson.BuildAsync(_editor)).ShouldSucceedWithoutWarnings();
        Machine.Worker.Clear();
        var before = lesson.Snapshot();

        (await lesson.BuildAsync(_editor)).ShouldSucceedWithoutWarnings();
        before.ChangesTo(lesson.Snapshot()).ShouldBeEmpty();

        var build = await lesson.BuildLoggedAsync();
        build.ShouldSucceedWithoutWarnings();
        build.Compilations.ShouldBe(0);
        before.ChangesTo(lesson.Snapshot()).ShouldBeEmpty();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_an_editor_a_new_annotation_is_an_estimate_and_the_others_keep_their_durations()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var known = lesson.Lock["Scenes.Intro.Welcome"];
        Machine.Worker.Clear();

        lesson.Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Fresh", "This was written a moment ago."));
        (await lesson.BuildAsync(_editor)).ShouldSucceedWithoutWarnings();

        var manifest = await File.ReadAllTextAsync(Path.Combine(lesson.Intermediate(), "design", "manifest.json"));
        var lines = manifest.Split('\n');
        lines.Single(l => l.Contains("Scenes.Intro.Welcome", StringComparison.Ordinal)).ShouldContain(known.AudioHash);
        lines.Single(l => l.Contains("Scenes.Intro.Fresh", StringComparison.Ordinal)).ShouldNotContain("\"audioHash\"");
        Machine.Shims.Starts.ShouldBeEmpty();
        lesson.Lock.Ids.ShouldBe(["Scenes.Intro.Welcome"]);
    }
}
