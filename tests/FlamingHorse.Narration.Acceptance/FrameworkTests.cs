namespace FlamingHorse.Narration.Acceptance;

public sealed class FrameworkTests : AcceptanceTest
{
    [Fact]
    public async Task One_lock_serves_both_frameworks_and_loses_an_id_only_in_a_build_of_all()
    {
        var lesson = Library(
            """
            #if NET
                [Narration("Only where there is a runtime.")]
                public static partial NarrationSegment Modern { get; }
            #else
                [Narration("Only where there is a standard.")]
                public static partial NarrationSegment Standard { get; }
            #endif
                [Narration("Everywhere the same.")]
                public static partial NarrationSegment Both { get; }
            """
        );
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        lesson.Lock.Ids.ShouldBe(["Scenes.Both", "Scenes.Modern", "Scenes.Standard"]);
        Machine.Worker.Spoken.Count.ShouldBe(3);
        lesson.Audio(lesson.Output("netstandard2.0")).Keys.Order().ShouldBe(["Scenes.Both.wav", "Scenes.Standard.wav"]);

        Source(
            lesson,
            """
                [Narration("Everywhere the same.")]
                public static partial NarrationSegment Both { get; }
            """
        );
        (await lesson.BuildAsync("-f", "net10.0")).ShouldSucceedWithoutWarnings();
        lesson.Lock.Ids.ShouldContain("Scenes.Standard");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        lesson.Lock.Ids.ShouldBe(["Scenes.Both"]);
    }

    [Fact]
    public async Task One_id_with_two_texts_is_an_error()
    {
        var lesson = Library(
            """
            #if NET
                [Narration("Where there is a runtime.")]
            #else
                [Narration("Where there is a standard.")]
            #endif
                public static partial NarrationSegment Title { get; }
            """
        );

        (await lesson.BuildAsync()).ShouldFailWith("FHN1019").Text.ShouldContain("Scenes.Title");
    }

    private LessonProject Library(string members)
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Lesson"), "Lesson") { Frameworks = "net10.0;netstandard2.0" };
        lesson.Set("OutputType", null).Set("LangVersion", "latest").Set("ImplicitUsings", null).Delete("Program.cs");
        return Source(lesson, members);
    }

    private static LessonProject Source(LessonProject lesson, string members) =>
        lesson.Write(
            "Scenes.cs",
            $"using FlamingHorse.Narration;\nnamespace Lesson;\npublic static partial class Scenes\n{{\n{members}\n}}\n"
        );
}
