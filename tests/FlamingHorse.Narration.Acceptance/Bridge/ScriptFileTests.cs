namespace FlamingHorse.Narration.Acceptance.Bridge;

public sealed class ScriptFileTests : AcceptanceTest
{
    private const string Python = """"
        """The script of the lesson."""
        import os

        SCRIPT: dict[str, str] = {  # one entry a scene
            "scene_01_intro": "Welcome to this video.",
            'scene_02_rule': """Each entry sums
            the products of a "row" and a column.""",   # and a { brace
            "scene_03_long": (
                "One string "
                'and another, \u00e9coute.'
            ),
        }


        def text_of(key):
            os.makedirs("ran")
            return SCRIPT[key]
        """";

    private const string Json =
        "{\n  \"Middle.Why\": \"Why is that so?\",\n  \"Middle.standing-waves\": \"They <mark name='stand'/>stand.\"\n}\n";

    private const string Markdown = "# Outro\n\n## Goodbye\nGoodbye, and *come again*.\n";

    /// <summary>Each as the program's own code names it.</summary>
    private static readonly (string Member, string Id, string Text, string Place)[] _segments =
    [
        ("Scene01Intro", "scene_01_intro", "Welcome to this video.", "narration_script.py:5"),
        ("Scene02Rule", "scene_02_rule", "Each entry sums\n    the products of a \"row\" and a column.", "narration_script.py:6"),
        ("Scene03Long", "scene_03_long", "One string and another, écoute.", "narration_script.py:8"),
        ("Middle.Why", "Middle.Why", "Why is that so?", "script.json:2"),
        ("Middle.StandingWaves", "Middle.standing-waves", "They stand.", "script.json:3"),
        ("Outro.Goodbye", "Outro.Goodbye", "Goodbye, and come again.", "script.md:4"),
    ];

    [Fact]
    public async Task Entries_of_script_files_are_segments_like_any_other()
    {
        var lesson = Lesson();
        lesson.Write(
            "Members.cs",
            $$"""
            internal static class Members
            {
                internal static readonly string[] Ids = [{{string.Join(", ", _segments.Select(s => $"Lesson.Narration.{s.Member}.Id"))}}];
                internal static readonly System.TimeSpan Stand = Lesson.Narration.Middle.StandingWavesCues.Stand.At;
            }
            """
        );

        (await lesson.BuildAsync("-t:ReportNarration")).ShouldSucceedWithoutWarnings();

        var app = await lesson.RunAsync();
        foreach (var (_, id, text, _) in _segments)
        {
            app[id].Text.ShouldBe(text);
            app[id].SampleCount.ShouldBe(lesson.Lock[id].SampleCount);
            app[id].SampleCount.ShouldBe(AudioFolder.SampleCount(app[id].Path!));
        }

        app.Ids.Order().ShouldBe(_segments.Select(s => s.Id).Order());
        Machine
            .Worker.Spoken.Order()
            .ShouldBe(_segments.Select(s => string.Join(' ', s.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Order());
        var report = ReportView.Read(Path.Combine(lesson.Output(), "narration-report.html"));
        report.Ids.ShouldBe(_segments.Select(s => s.Id));
        report.Ids.Select(id => report[id].GetProperty("place").GetString()).ShouldBe(_segments.Select(s => s.Place));
        Directory.Exists(lesson.At("ran")).ShouldBeFalse();

        Machine.Worker.Clear();
        var before = lesson.Snapshot();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        before.ChangesTo(lesson.Snapshot()).ShouldBeEmpty();

        lesson.Write("narration_script.py", Python.Replace("Welcome to this video.", "Welcome to this film.", StringComparison.Ordinal));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.ShouldBe(["Welcome to this film."]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_reported_at_its_place_and_nothing_is_ever_executed()
    {
        var lesson = Lesson()
            .Write(
                "narration_script.py",
                """
                import os
                os.system("touch ran")
                SCRIPT = {
                    "scene_01": __import__("os").system("touch ran"),
                    "scene_02": f"{open('ran', 'w').name}",
                    "scene_03": "One." + str(2),
                    "scene_04": "Read.",
                }
                """
            )
            .Write("script.json", "{\n  \"Middle.Why\": 12\n}\n")
            .Write("script.md", "# Outro\n## Goodbye\nGoodbye.\n\nAnd again.\n");

        var build = await lesson.BuildAsync();

        build.ShouldFailWith("FHN1021");
        build
            .Errors.Select(Place)
            .ShouldBe(
                [
                    "narration_script.py(4,17)",
                    "narration_script.py(5,17)",
                    "narration_script.py(6,24)",
                    "script.json(2,17)",
                    "script.md(5,1)",
                ],
                ignoreOrder: true
            );
        build.Warnings.Where(w => w.Code == "FHN1060").Select(Place).ShouldBe(["narration_script.py(2,1)"]);
        Directory.EnumerateFiles(Machine.Root, "ran", SearchOption.AllDirectories).ShouldBeEmpty();

        lesson
            .Write("narration_script.py", "SCRIPT = {\n    \"scene_01\": \"One.\",\n    \"scene_01\": \"Two.\",\n}\n")
            .Write("script.json", "{}")
            .Write("script.md", "");
        build = await lesson.BuildAsync();
        build.ShouldFailWith("FHN1007");
        build.Errors.Select(Place).ShouldBe(["narration_script.py(2,5)", "narration_script.py(3,5)"]);
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    private LessonProject Lesson() =>
        Machine
            .NewProject()
            .Item("<NarrationScript Include=\"narration_script.py\" />")
            .Item("<NarrationScript Include=\"script.json\" />")
            .Item("<NarrationScript Include=\"script.md\" />")
            .Write("narration_script.py", Python)
            .Write("script.json", Json)
            .Write("script.md", Markdown);

    private static string Place(BuildDiagnostic diagnostic) =>
        $"{Path.GetFileName(diagnostic.File)}({diagnostic.Line},{diagnostic.Column})";
}
