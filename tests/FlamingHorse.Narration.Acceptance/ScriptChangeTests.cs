namespace FlamingHorse.Narration.Acceptance;

public sealed class ScriptChangeTests : AcceptanceTest
{
    [Fact]
    public async Task One_changed_string_of_two_hundred_is_exactly_one_request()
    {
        var lesson = Machine.NewProject();
        foreach (var scene in Enumerable.Range(1, 10))
        {
            lesson.Scene($"Scene{scene}", Enumerable.Range(1, 20).Select(n => ($"Line{n}", $"Scene {scene} says its line {n} now.")));
        }

        (await lesson.BuildAsync()).ShouldSucceed();
        var first = lesson.Lock;
        first.Ids.Count().ShouldBe(200);
        Machine.Worker.Clear();

        lesson.Scene(
            "Scene7",
            Enumerable.Range(1, 20).Select(n => ($"Line{n}", n == 5 ? "This line is new." : $"Scene 7 says its line {n} now."))
        );
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.ShouldBe(["This line is new."]);
        lesson.Summary().Synthesized.ShouldBe(1);
        lesson.Lock.Segments.Count(s => s.Value != first[s.Key]).ShouldBe(1);
        (await lesson.RunAsync())["Scenes.Scene7.Line5"].Text.ShouldBe("This line is new.");
    }

    [Fact]
    public async Task A_rename_another_file_other_white_space_and_a_moved_mark_synthesize_nothing()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a <mark name='row'/>row and a column."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var before = lesson.Lock;
        Machine.Worker.Clear();

        // Another name, another type, another file, another mark, and a text in two parts.
        lesson
            .Delete("Scenes/Intro.cs")
            .Write(
                "Opening.cs",
                """
                using FlamingHorse.Narration;
                namespace Lesson.Scenes;
                /// <summary>Moved.</summary>
                public static partial class Opening {
                    /* a comment */
                    [Narration("Welcome to " +
                               "the lesson.")] public static partial NarrationSegment Hello { get; }
                    [Narration("Each entry sums a row and a <mark name='column'/>column.")]
                    internal static partial NarrationSegment Rule { get; }
                }
                """
            );
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        lesson.Lock["Scenes.Opening.Hello"].ShouldBe(before["Scenes.Intro.Welcome"]);
        lesson.Lock["Scenes.Opening.Rule"].ShouldBe(before["Scenes.Intro.Rule"]);
        lesson.Lock.Ids.ShouldBe(["Scenes.Opening.Hello", "Scenes.Opening.Rule"]);
        lesson.Audio().Keys.Order().ShouldBe(["Scenes.Opening.Hello.wav", "Scenes.Opening.Rule.wav"]);
        (await lesson.RunAsync())["Scenes.Opening.Rule"].Text.ShouldBe("Each entry sums a row and a column.");
    }

    [Fact]
    public async Task Audio_and_lock_line_of_a_removed_segment_are_removed_even_if_it_was_the_last()
    {
        const string Goal = """<Narration Include="Outro.Goal" Text="By the end you multiply matrices in your head." />""";
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."))
            .Item(Goal);
        (await lesson.BuildAsync()).ShouldSucceed();
        lesson.Audio().Count.ShouldBe(3);

        lesson.RemoveItem(Goal).Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        lesson.Audio().Keys.ShouldBe(["Scenes.Intro.Welcome.wav"]);
        lesson.Lock.Ids.ShouldBe(["Scenes.Intro.Welcome"]);
        (await lesson.RunAsync()).Ids.ShouldBe(["Scenes.Intro.Welcome"]);

        lesson.Delete("Scenes/Intro.cs").Write("Program.cs", "System.Console.WriteLine();");
        (await lesson.BuildAsync()).ShouldSucceed();
        lesson.Audio().ShouldBeEmpty();
        if (File.Exists(lesson.LockFile))
        {
            lesson.Lock.Ids.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_word_in_the_lexicon_affects_the_texts_that_contain_it()
    {
        var lesson = Machine
            .NewProject()
            .Item("""<NarrationLexicon Include="lexicon.txt" />""")
            .Write("lexicon.txt", "matrices = may tri sees\n")
            .Scene(
                "Intro",
                ("Matrices", "We multiply matrices today."),
                ("Vectors", "Then we look at eigenvectors."),
                ("End", "That is all for today.")
            );
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Spoken.ShouldContain("We multiply may tri sees today.");
        Machine.Worker.Clear();

        lesson.Write("lexicon.txt", "matrices = may tri sees\neigenvectors = eye gun vectors\n");
        (await lesson.BuildAsync()).ShouldSucceed();

        Machine.Worker.Spoken.ShouldBe(["Then we look at eye gun vectors."]);
        var app = await lesson.RunAsync();
        app["Scenes.Intro.Vectors"].Text.ShouldBe("Then we look at eigenvectors.");
        app["Scenes.Intro.Vectors"].SpokenText.ShouldBe("Then we look at eye gun vectors.");
    }

    [Fact]
    public async Task The_compilers_symbols_decide_what_is_narration()
    {
        var lesson = Machine
            .NewProject()
            .Write(
                "Scenes.cs",
                """
                using FlamingHorse.Narration;
                namespace Lesson;
                public static partial class Scenes
                {
                #if LONG
                    [Narration("The long version of the lesson.")]
                #else
                    [Narration("The short version of the lesson.")]
                #endif
                    public static partial NarrationSegment Title { get; }
                }
                """
            );
        (await lesson.BuildAsync()).ShouldSucceed();
        (await lesson.BuildAsync("-p:DefineConstants=LONG")).ShouldSucceed();

        Machine.Worker.Spoken.ShouldBe(["The short version of the lesson.", "The long version of the lesson."]);
        (await lesson.RunAsync())["Scenes.Title"].Text.ShouldBe("The long version of the lesson.");
    }
}
