namespace FlamingHorse.Narration.Acceptance.Faults;

public sealed class LongPathTests : AcceptanceTest
{
    [Fact]
    public async Task A_very_long_path_works()
    {
        var folder = string.Join('/', Enumerable.Repeat(new string('x', 200), 4));
        var lesson = Machine.NewProject("Lesson", folder).Scene("Intro", ("Welcome", "Welcome to the lesson."));
        lesson.Folder.Length.ShouldBeGreaterThan(800);

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        var welcome = (await lesson.RunAsync()).Segments.ShouldHaveSingleItem();
        AudioFolder.SampleCount(welcome.Path!).ShouldBe(welcome.SampleCount);
    }
}
