namespace FlamingHorse.Narration.Acceptance;

/// <summary>One order, in code, exports and on the page.</summary>
public sealed class OrderTests : AcceptanceTest
{
    private const string Program = """
        using FlamingHorse.Narration;

        Console.WriteLine(string.Join(' ', NarrationCatalog.All.Select(s => s.Id)));
        Console.WriteLine(string.Join(' ', Lesson.Narration.Outro.NarrationSegments.Select(s => s.Id)));
        Console.WriteLine(string.Join(' ', Lesson.Narration.Talk.NarrationSegments.Select(s => s.Id)));
        Console.WriteLine(string.Join(' ', Lesson.Parts.NarrationSegments.Select(s => s.Id)));
        """;

    [Fact]
    public async Task Files_are_ordered_by_their_paths_and_everything_else_as_written()
    {
        var lesson = NewLesson();
        (await lesson.BuildAsync("-t:ExportNarration;ReportNarration", "-p:NarrationExportFormat=Json")).ShouldSucceed();

        // Types of C# by path, parts of one type by path too, whatever the order of the Compile items; then items, then scripts.
        await ShouldBeAsync(
            lesson,
            "Parts.Early Parts.Late B.Zero A.One Z.Two Outro.Second Outro.First Talk.Intro.Hello Talk.Bye",
            "Outro.Second Outro.First",
            "Talk.Bye",
            "Parts.Early Parts.Late"
        );
    }

    [Fact]
    public async Task A_file_from_elsewhere_is_ordered_by_its_link()
    {
        var elsewhere = Path.Combine(Machine.Root, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        await File.WriteAllTextAsync(Path.Combine(elsewhere, "last.cs"), Scene("Linked", "Line"));
        await File.WriteAllTextAsync(
            Path.Combine(elsewhere, "parts.cs"),
            "namespace Lesson;\npublic static partial class Parts { [FlamingHorse.Narration.Narration(\"From elsewhere.\")] "
                + "public static partial FlamingHorse.Narration.NarrationSegment Elsewhere { get; } }"
        );
        var lesson = NewLesson()
            .Item($"<Compile Include=\"{elsewhere}/last.cs\" Link=\"0-first.cs\" />")
            .Item($"<Compile Include=\"{elsewhere}/parts.cs\" Link=\"0-a.cs\" />");
        (await lesson.BuildAsync("-t:ExportNarration;ReportNarration", "-p:NarrationExportFormat=Json")).ShouldSucceed();

        await ShouldBeAsync(
            lesson,
            "Parts.Elsewhere Parts.Early Parts.Late Linked.Line B.Zero A.One Z.Two Outro.Second Outro.First Talk.Intro.Hello Talk.Bye",
            "Outro.Second Outro.First",
            "Talk.Bye",
            "Parts.Elsewhere Parts.Early Parts.Late"
        );
    }

    [Fact]
    public async Task An_author_can_state_another_order()
    {
        var lesson = NewLesson()
            .Write("3-z.cs", Scene("Z", "Two", "[NarrationScene(Order = -1)]"))
            // On another part than the segments.
            .Write("4-order.cs", "namespace Lesson;\n[FlamingHorse.Narration.NarrationScene(Order = 2)] public static partial class B;")
            .RemoveItem(FirstItem)
            .Item(FirstItem.Replace("/>", "Order=\"-3\" />", StringComparison.Ordinal))
            .RemoveItem(Script)
            .Item(Script.Replace("/>", "Order=\"1\" />", StringComparison.Ordinal));
        (await lesson.BuildAsync("-t:ExportNarration;ReportNarration", "-p:NarrationExportFormat=Json")).ShouldSucceed();

        await ShouldBeAsync(
            lesson,
            "Outro.First Outro.Second Z.Two Parts.Early Parts.Late A.One Talk.Intro.Hello Talk.Bye B.Zero",
            "Outro.First Outro.Second",
            "Talk.Bye",
            "Parts.Early Parts.Late"
        );
        Machine.Worker.Clear();

        // Another order makes no take.
        lesson.Write("3-z.cs", Scene("Z", "Two", "[NarrationScene(Order = 7)]"));
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Starts.ShouldBe(0);
        (await RunAsync(lesson))[0].ShouldEndWith(" B.Zero Z.Two");
    }

    [Fact]
    public async Task An_invalid_order_is_an_error_at_its_place()
    {
        var lesson = Machine.NewProject().Item("""<Narration Include="Outro.First" Text="The end." Order="third" />""");
        (await lesson.BuildAsync()).ShouldFailWith("FHN1068").Text.ShouldContain("third");

        var other = Machine
            .NewProject(folder: "other")
            .Write(
                "Z.cs",
                Scene("Z", "Two", "[NarrationScene(Order = Numbers.One)]") + "\nstatic class Numbers { public const int One = 1; }"
            );
        var error = (await other.BuildAsync()).ShouldFailWith("FHN1003");
        (Path.GetFileName(error.File), error.Line).ShouldBe(("Z.cs", 3));
        error.Text.ShouldContain("Order = 1");
    }

    private const string FirstItem = """<Narration Include="Outro.First" Text="The first item by name." />""";
    private const string Script = """<NarrationScript Include="talk.json" />""";

    private LessonProject NewLesson() =>
        Machine
            .NewProject()
            .Set("EnableDefaultCompileItems", "false")
            .Item("""<Compile Include="3-z.cs;2-a.cs;1-b.cs;0-late.cs;0-early.cs;Program.cs" />""")
            .Item("""<Compile Include="4-order.cs" Condition="Exists('4-order.cs')" />""")
            .Item("""<Narration Include="Outro.Second" Text="The second item by name." />""")
            .Item(FirstItem)
            .Item(Script)
            .Write("talk.json", """{ "Talk.Intro.Hello": "Hello from a file.", "Talk.Bye": "Goodbye from a file." }""")
            .Write("Program.cs", Program)
            .Write("1-b.cs", Scene("B", "Zero"))
            .Write("2-a.cs", Scene("A", "One"))
            .Write("3-z.cs", Scene("Z", "Two"))
            .Write("0-late.cs", Scene("Parts", "Late"))
            .Write("0-early.cs", Scene("Parts", "Early"));

    private static string Scene(string type, string member, string attribute = "") =>
        $$"""
            using FlamingHorse.Narration;
            namespace Lesson;
            {{attribute}}
            public static partial class {{type}}
            {
                [Narration("This is {{member}} of {{type}}.")]
                public static partial NarrationSegment {{member}} { get; }
            }
            """;

    private async Task ShouldBeAsync(LessonProject lesson, string all, params string[] lists)
    {
        (await RunAsync(lesson)).ShouldBe([all, .. lists]);
        var ids = all.Split(' ');
        InOrderOf(ids, await File.ReadAllTextAsync(Path.Combine(lesson.Output(), "narration-export", "Lesson.json"))).ShouldBe(ids);
        InOrderOf(ids, await File.ReadAllTextAsync(Path.Combine(lesson.Output(), "narration-report.html"))).ShouldBe(ids);
    }

    private static IEnumerable<string> InOrderOf(IEnumerable<string> ids, string text) =>
        ids.OrderBy(id =>
            text.IndexOf($"\"id\":\"{id}\"", StringComparison.Ordinal) is >= 0 and var at
                ? at
                : text.IndexOf($"\"id\": \"{id}\"", StringComparison.Ordinal)
        );

    private async Task<string[]> RunAsync(LessonProject lesson)
    {
        using var run = Machine.Start(Machine.Feed.Tools.Dotnet, lesson.Output(), "Lesson.dll");
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
