using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Generator.Tests.Annotations;

public sealed class AnnotationScanTests
{
    [Theory]
    [InlineData("Narration")]
    [InlineData("NarrationAttribute")]
    [InlineData("@Narration")]
    [InlineData("property: Narration")]
    [InlineData("FlamingHorse.Narration.Narration")]
    [InlineData("FlamingHorse.Narration.NarrationAttribute")]
    [InlineData("global::FlamingHorse.Narration.Narration")]
    [InlineData("System.Obsolete, Narration /* said */ \n ")]
    public void The_attribute_is_known_by_its_own_name(string name)
    {
        var source = InType($$"""[{{name}}("Hello.")] static partial NarrationSegment Hello { get; }""");

        AnnotationMention.Mentions(source).ShouldBeTrue();
        Only(source).Text.ShouldBe("Hello.");
    }

    [Theory]
    [InlineData("N")]
    [InlineData("N\\u0061rration")]
    [InlineData("Other.Narration")]
    [InlineData("Narration<int>")]
    [InlineData("field: Narration")]
    public void Any_other_name_is_not_the_attribute(string name) =>
        Read(InType($$"""[{{name}}("Hello.")] static partial NarrationSegment Hello { get; }""")).ShouldBeEmpty();

    [Theory]
    [InlineData("using FlamingHorse.Narration;")]
    [InlineData("class MyNarration(int x);")]
    [InlineData("NarrationSegment s; NarrationTimeline.Sequence(s);")]
    public void A_file_that_only_uses_narration_is_not_parsed(string source) => AnnotationMention.Mentions(source).ShouldBeFalse();

    [Theory]
    [InlineData(""" "plain" """, "plain")]
    [InlineData(""" "tab\t\x41\u0301\U0001F600\"\0" """, "tab\tA\u0301\U0001F600\"\0")]
    [InlineData(""" @"verb""atim\" """, "verb\"atim\\")]
    [InlineData(""" ("a" + ("b" + @"c")) + "d" """, "abcd")]
    [InlineData(""" First + "!" """, "one!")]
    [InlineData(""" Scene.First """, "one")]
    [InlineData(""" Lesson.Scene.Second """, "one two")]
    [InlineData(""" Outer """, "outer")]
    [InlineData(""" FromOtherPart """, "other part")]
    public void Text_is_what_the_compiler_will_make_of_it(string expression, string expected)
    {
        var source =
            $$"""
            namespace Lesson;
            partial class Around
            {
                const string Outer = "outer";
                static partial class Inner { [Narration({{expression.Replace(
                "Scene.",
                "Inner."
            )}})] static partial NarrationSegment S { get; }
                    const string First = "one", Second = First + " two"; }
                partial class Inner { const string FromOtherPart = "other part"; }
            }
            """.Replace(
                "Lesson.Inner",
                "Lesson.Around.Inner"
            );

        Only(source).Text.ShouldBe(expected);
    }

    [Fact]
    public void Line_ends_inside_a_string_stay_as_they_are()
    {
        Only(InType("[Narration(@\"a\r\nb\nc\")] static partial NarrationSegment S { get; }")).Text.ShouldBe("a\r\nb\nc");
        Only(InType("[Narration(\"\"\"\r\n    a\r\n      b\n    c\r\n    \"\"\")] static partial NarrationSegment S { get; }"))
            .Text.ShouldBe("a\r\n  b\nc");
    }

    [Theory]
    [InlineData("$\"a\"")]
    [InlineData("nameof(S)")]
    [InlineData("Elsewhere.Text")]
    [InlineData("\"a\" + 1")]
    [InlineData("Circle")]
    [InlineData("null")]
    public void What_cannot_be_read_is_left_to_the_analyzer(string expression) =>
        Read(InType($$"""const string Circle = Circle; [Narration({{expression}})] static partial NarrationSegment S { get; }"""))
            .ShouldBeEmpty();

    [Fact]
    public void A_text_of_five_thousand_parts_is_read()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("\"x\"", 5000));

        Only(InType($"[Narration({sum})] static partial NarrationSegment S {{ get; }}")).Text.Length.ShouldBe(5000);
    }

    [Fact]
    public void The_other_arguments_are_read_too()
    {
        var segment = Only(
            InType(
                """[Narration("C_ij", Voice = "guest", Language = "Eng" + "lish", SpokenAs = "C i j", Id = null)]"""
                    + """ static partial NarrationSegment S { get; }"""
            )
        );

        (segment.Voice, segment.Language, segment.SpokenAs).ShouldBe(("guest", "English", "C i j"));
        segment.Origin.ShouldBe(SegmentOrigin.CSharp);
    }

    [Theory]
    [InlineData("namespace Lesson; partial class Intro", "Lesson", "Intro.S", "Lesson.Intro.S")]
    [InlineData("namespace Lesson.Scenes; partial class Intro", "Lesson", "Scenes.Intro.S", "Lesson.Scenes.Intro.S")]
    [InlineData("namespace LessonTwo; partial class Intro", "Lesson", "LessonTwo.Intro.S", "LessonTwo.Intro.S")]
    [InlineData("namespace @Lesson . Scenes; partial record struct @class", "Lesson.Scenes", "class.S", "Lesson.Scenes.class.S")]
    [InlineData("partial interface Lesson", "Lesson", "Lesson.S", "Lesson.S")]
    [InlineData("namespace A.B; partial class Box<T, U>", "", "A.B.Box.S", "A.B.Box`2.S")]
    public void The_id_is_the_path_without_the_root_namespace(string type, string root, string id, string member)
    {
        var segment = Only($$"""{{type}} { [Narration("x")] static partial NarrationSegment S { get; } }""", root);

        (segment.Id, segment.Member).ShouldBe((id, member));
    }

    [Fact]
    public void An_id_can_be_given() =>
        Only(InType("""[Narration("x", Id = "opening")] static partial NarrationSegment S { get; }""")).Id.ShouldBe("opening");

    [Fact]
    public void The_place_is_the_attributes()
    {
        var place = Only("partial class C\n{\n    [Narration(\"x\")] static partial NarrationSegment S { get; }\n}").Place;

        (place.File, place.Line, place.Column, place.EndLine, place.EndColumn).ShouldBe(("Scene.cs", 3, 6, 3, 20));
    }

    [Fact]
    public void Symbols_decide_what_is_read()
    {
        const string Source = """
            partial class C
            {
            #if LONG
                [Narration("long")] static partial NarrationSegment S { get; }
            #else
                [Narration("short")] static partial NarrationSegment S { get; }
            #endif
            }
            """;

        Only(Source).Text.ShouldBe("short");
        Only(Source, symbols: ["LONG"]).Text.ShouldBe("long");
    }

    [Theory]
    [InlineData("partial class C", "partial NarrationSegment S { get; }")]
    [InlineData("partial class C", "static NarrationSegment S { get; }")]
    [InlineData("partial class C", "static partial NarrationSegment S { get; set; }")]
    [InlineData("partial class C", "static partial NarrationSegment S => null;")]
    [InlineData("class C", "static partial NarrationSegment S { get; }")]
    [InlineData("class Outer { partial class C", "static partial NarrationSegment S { get; } }")]
    [InlineData("file partial class C", "static partial NarrationSegment S { get; }")]
    public void What_the_generator_cannot_implement_is_left_to_the_analyzer(string type, string member) =>
        Read($$"""{{type}} { [Narration("x")] {{member}} }""").ShouldBeEmpty();

    private static string InType(string member) => $"partial class C {{ {member} }}";

    private static ScriptSegment Only(string source, string root = "", string[]? symbols = null) =>
        Read(source, root, symbols).ShouldHaveSingleItem();

    private static IReadOnlyList<ScriptSegment> Read(string source, string root = "", string[]? symbols = null) =>
        AnnotationScan.Read("Scene.cs", source, new ScanSettings(root, "13.0", symbols ?? [], ["strict"]), CancellationToken.None).Segments;
}
