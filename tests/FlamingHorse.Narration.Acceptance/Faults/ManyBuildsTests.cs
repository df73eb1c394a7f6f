namespace FlamingHorse.Narration.Acceptance.Faults;

public sealed class ManyBuildsTests : AcceptanceTest
{
    private const int Lines = 6;
    private static readonly string[] _frameworks = ["net10.0", "netstandard2.0", "netstandard2.1"];

    [Fact]
    public async Task Builds_of_three_frameworks_at_once_speak_each_text_once()
    {
        Machine.Worker.Use("--frame-ms 2");
        var lessons = Enumerable.Range(1, Soak.Rounds(2, 16)).Select(Lesson).ToList();
        foreach (var lesson in lessons)
        {
            await lesson.PrepareAsync();
        }

        var builds = await Task.WhenAll(lessons.Select(lesson => lesson.BuildAsync("-m")));

        foreach (var build in builds)
        {
            build.ShouldSucceedWithoutWarnings();
        }

        Machine.Worker.Spoken.Count.ShouldBe(Lines);
        foreach (var lesson in lessons)
        {
            lesson.Lock.Segments.ShouldBe(lessons[0].Lock.Segments, ignoreOrder: true);
            foreach (var framework in _frameworks)
            {
                lesson
                    .Audio(lesson.Output(framework))
                    .Values.Order()
                    .ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
            }
        }

        Soak.Record(
            "real builds at once",
            $"{builds.Length} builds of {_frameworks.Length} frameworks on one cache, 0 errors, {Lines} texts, "
                + $"{Machine.Worker.Spoken.Count} syntheses"
        );
    }

    private LessonProject Lesson(int number)
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, $"clone{number}"), "Lesson")
        {
            Frameworks = string.Join(';', _frameworks),
        };
        lesson.Set("OutputType", null).Set("LangVersion", "latest").Set("ImplicitUsings", null).Delete("Program.cs");
        return lesson.Scene("Intro", Enumerable.Range(1, Lines).Select(n => ($"Line{n}", $"This is line number {n} of the lesson.")));
    }
}
