namespace FlamingHorse.Narration.Acceptance;

public sealed class ParallelBuildTests : AcceptanceTest
{
    private static readonly string[] _texts = [.. Enumerable.Range(1, 6).Select(n => $"This is line number {n} of the lesson.")];

    [Theory]
    [InlineData("-m")]
    [InlineData("-m", "-graph")]
    public async Task Two_projects_with_two_frameworks_speak_each_text_once(params string[] arguments)
    {
        var first = Lesson("First");
        var second = Lesson("Second");
        var both = Solution(first, second);
        await first.PrepareAsync();
        await second.PrepareAsync();

        using var build = Machine.Start(
            Machine.Feed.Tools.Dotnet,
            Machine.Root,
            ["build", both, "--no-restore", "-nologo", "-nr:false", "-tl:off", .. arguments]
        );
        (await build.WaitAsync()).ShouldBe(0, build.Output);

        Machine.Worker.Spoken.Order().ShouldBe(_texts.Order());
        foreach (var lesson in new[] { first, second })
        {
            lesson.Lock.Ids.Count().ShouldBe(6);
            foreach (var framework in lesson.Frameworks.Split(';'))
            {
                lesson
                    .Audio(lesson.Output(framework))
                    .Values.Order()
                    .ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
            }
        }

        second.Lock.Segments.ShouldBe(first.Lock.Segments);
    }

    [Fact]
    public async Task Two_builds_at_once_share_what_either_makes()
    {
        Machine.Worker.Use("--frame-ms 2");
        var first = Lesson("First");
        var second = Lesson("Second");

        var builds = await Task.WhenAll(first.BuildAsync("-p:TargetFramework=net10.0"), second.BuildAsync("-p:TargetFramework=net10.0"));

        builds[0].ShouldSucceed();
        builds[1].ShouldSucceed();
        Machine.Worker.Spoken.Order().ShouldBe(_texts.Order());
        second.Lock.Segments.ShouldBe(first.Lock.Segments);
    }

    private LessonProject Lesson(string name)
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, name), name) { Frameworks = "net10.0;netstandard2.0" };
        lesson.Set("OutputType", null).Set("LangVersion", "latest").Set("ImplicitUsings", null).Delete("Program.cs");
        return lesson.Scene("Intro", _texts.Select((text, n) => ($"Line{n}", text)));
    }

    private string Solution(params LessonProject[] projects)
    {
        var path = Path.Combine(Machine.Root, "Both.slnx");
        File.WriteAllText(
            path,
            $"<Solution>{string.Concat(projects.Select(p => $"<Project Path=\"{p.Name}/{p.Name}.csproj\" />"))}</Solution>"
        );
        return path;
    }
}
