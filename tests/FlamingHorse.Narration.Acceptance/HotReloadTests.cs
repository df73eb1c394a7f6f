namespace FlamingHorse.Narration.Acceptance;

/// <summary>The SDK's own <c>dotnet watch</c>, in a terminal.</summary>
public sealed class HotReloadTests : AcceptanceTest
{
    [Fact]
    public async Task A_running_app_follows_every_edit_with_the_estimate_at_once_and_the_take_when_it_is_ready()
    {
        var lesson = NewLesson();
        (await lesson.BuildAsync()).ShouldSucceed();
        var welcome = lesson.Lock["Intro.Welcome"].SampleCount;
        Machine.Worker.Clear();

        using var app = await WatchedApp.StartAsync(Machine, lesson);
        (await app.NextAsync()).ShouldBe($"Intro.Welcome=Welcome to the lesson., {welcome} / -");

        // A segment before the others, then its use.
        Write(lesson, ("First", "A new one."), ("Welcome", "Welcome to the lesson."));
        (await app.NextAsync()).ShouldBe($"Intro.First=A new one., estimated | Intro.Welcome=Welcome to the lesson., {welcome} / -");
        lesson.Write("Show.cs", WatchedApp.Show("Intro.First.Text + Intro.Welcome.Text"));
        (await app.NextAsync()).ShouldEndWith(" / A new one.Welcome to the lesson.");

        Write(lesson, ("First", "A new one."), ("Welcome", "Welcome to another lesson."));
        (await app.NextAsync()).ShouldBe(
            "Intro.First=A new one., estimated | Intro.Welcome=Welcome to another lesson., estimated / A new one.Welcome to another lesson."
        );
        Machine.Worker.Starts.ShouldBe(0);

        // Speaks and compiles nothing: a whole build would write over the program that runs.
        (await lesson.BuildAsync("-t:SynthesizeNarration")).ShouldSucceed();
        var (first, another) = (lesson.Lock["Intro.First"].SampleCount, lesson.Lock["Intro.Welcome"].SampleCount);
        (await app.NextAsync()).ShouldStartWith(
            $"Intro.First=A new one., {first} | Intro.Welcome=Welcome to another lesson., {another} / "
        );

        lesson.Write("Show.cs", WatchedApp.Show("Intro.Welcome.Text"));
        (await app.NextAsync()).ShouldEndWith(" / Welcome to another lesson.");
        Write(lesson, ("Welcome", "Welcome to another lesson."));
        (await app.NextAsync()).ShouldBe($"Intro.Welcome=Welcome to another lesson., {another} / Welcome to another lesson.");
        lesson.Audio().Values.ShouldBe([lesson.Lock["Intro.Welcome"].AudioHash]);
        app.Output.ShouldNotContain("Unhandled exception");
        app.Output.ShouldNotContain("unexpected error");
    }

    [Fact]
    public async Task Plain_dotnet_watch_estimates_and_starts_no_voice()
    {
        var lesson = NewLesson();

        using var app = await WatchedApp.StartAsync(Machine, lesson);

        (await app.NextAsync()).ShouldBe("Intro.Welcome=Welcome to the lesson., estimated / -");
        Machine.Worker.Starts.ShouldBe(0);
        File.Exists(lesson.LockFile).ShouldBeFalse();
    }

    private LessonProject NewLesson()
    {
        var lesson = Machine.NewProject().Write("Program.cs", WatchedApp.Program).Write("Show.cs", WatchedApp.Show("\"-\""));
        Write(lesson, ("Welcome", "Welcome to the lesson."));
        return lesson;
    }

    private static void Write(LessonProject lesson, params (string Member, string Text)[] lines)
    {
        var members = lines.Select(l =>
            $"    [Narration(\"{l.Text}\")]\n    public static partial NarrationSegment {l.Member} {{ get; }}\n"
        );
        lesson.Write(
            "Intro.cs",
            $$"""
            using FlamingHorse.Narration;

            public static partial class Intro
            {
            {{string.Join('\n', members)}}}

            """
        );
    }
}
