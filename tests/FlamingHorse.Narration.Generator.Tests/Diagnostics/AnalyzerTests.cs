using System.Globalization;
using FlamingHorse.Narration.Generator.Tests.Projects;

namespace FlamingHorse.Narration.Generator.Tests.Diagnostics;

public sealed class AnalyzerTests
{
    private const string Using = "using FlamingHorse.Narration;\nnamespace Lesson;\n";
    private const string Good = """[Narration("Hello.")] public static partial NarrationSegment Hello { get; }""";

    [Fact]
    public async Task A_built_project_has_no_diagnostics() => (await Projects.Analysis.Of(InType(Good).Built())).ShouldBeEmpty();

    [Fact]
    public async Task A_new_annotation_in_an_editor_has_no_diagnostics()
    {
        var project = InType(Good) with { Manifest = NarrationProject.Of().InEditor().Manifest };

        (await Projects.Analysis.Of(project)).ShouldBeEmpty();
    }

    // Where the author can be spared the compiler's own errors beside ours, they are.
    [Theory]
    [InlineData("""[Narration("x")] public partial NarrationSegment S { get; }""", "FHN1001 'S'")]
    [InlineData("""[Narration("x")] public static NarrationSegment? S { get; }""", "FHN1001 'S'")]
    [InlineData("""[Narration("x")] public static partial NarrationSegment S { get; set; }""", "FHN1001 'S'")]
    [InlineData("""[Narration("x")] public static NarrationSegment S => Other;""", "FHN1001 'S'")]
    [InlineData("""[Narration("x")] public static partial string S { get; }""", "FHN1001 'string'")]
    [InlineData(
        """[Narration("x")] public static partial System.Collections.Generic.List<NarrationSegment?> S { get; }""",
        "FHN1001 'System.Collections.Generic.List<NarrationSegment?>'"
    )]
    [InlineData(
        """[Narration("x")] public static partial NarrationSegment S { get; } public static partial NarrationSegment S => Other;""",
        "FHN1001 'S'"
    )]
    [InlineData("""[Narration("x")] public int this[int i] => i;""", "FHN1001 'Narration(\"x\")'")]
    [InlineData("""[Narration($"x")] public static partial NarrationSegment S { get; }""", "FHN1003 '$\"x\"'")]
    [InlineData(
        """[Narration("a" + Elsewhere.Text + "b")] public static partial NarrationSegment S { get; }""",
        "FHN1003 'Elsewhere.Text'"
    )]
    [InlineData("""[Narration(nameof(S))] public static partial NarrationSegment S { get; }""", "FHN1003 'nameof(S)'")]
    [InlineData(
        """[Narration("x", Voice = Elsewhere.Text)] public static partial NarrationSegment S { get; }""",
        "FHN1003 'Elsewhere.Text'"
    )]
    [InlineData("""[Alias("x")] public static partial NarrationSegment S { get; }""", "FHN1004 'Alias'")]
    [InlineData("""[Nar\u0072ation("x")] public static partial NarrationSegment S { get; }""", "FHN1004 'Nar\\u0072ation'")]
    [InlineData("""[Said.Narration("x")] public static partial NarrationSegment S { get; }""", "FHN1004 'Said.Narration'")]
    public async Task A_fault_is_reported_once_at_the_word_to_change(string member, string expected)
    {
        var project = NarrationProject.Of(
            "using Alias = FlamingHorse.Narration.NarrationAttribute;\nusing Said = FlamingHorse.Narration;\n"
                + Using
                + $"public partial class Intro {{ {member} public static NarrationSegment Other => null!; }} static class Elsewhere {{ "
                + $"public const string Text = \"t\"; }}"
        );

        (await Projects.Analysis.Of(project.Built())).ShouldBe([expected]);
        (await Projects.Analysis.Of(project.InEditor())).ShouldBe([expected]);
    }

    [Fact]
    public async Task A_type_that_is_not_partial_is_reported_once()
    {
        var project = NarrationProject.Of(
            Using + $$"""static class Outer { static partial class Intro { {{Good}} {{Good.Replace("Hello", "Bye")}} } }"""
        );

        (await Projects.Analysis.Of(project.Built()))
            .Where(line => line.StartsWith("FHN", StringComparison.Ordinal))
            .ShouldBe(["FHN1002 'Outer'"]);
    }

    [Fact]
    public async Task A_file_local_type_is_reported()
    {
        var project = NarrationProject.Of(Using + $$"""file static partial class Intro { {{Good}} }""");

        (await Projects.Analysis.Of(project.Built()))
            .Where(line => line.StartsWith("FHN", StringComparison.Ordinal))
            .ShouldBe(["FHN1018 'Intro'"]);
    }

    [Theory]
    [InlineData("\"Hello.\"", "\"Hullo.\"", "the text")]
    [InlineData("\"Hello.\"", "\"Hello.\", Voice = \"guest\"", "the voice")]
    [InlineData("\"Hello.\"", "\"Hello.\", Language = \"English\"", "the language")]
    [InlineData("\"Hello.\"", "\"Hello.\", SpokenAs = \"Hi.\"", "SpokenAs")]
    [InlineData("\"Hello.\"", "\"Hello.\", Id = \"other\"", "the id")]
    public async Task An_annotation_that_the_build_read_differently_is_an_error(string built, string compiled, string what)
    {
        var project = InType(Good.Replace("\"Hello.\"", compiled)) with
        {
            Manifest = InType(Good.Replace("\"Hello.\"", built)).Built().Manifest,
        };

        var diagnostic = (await Projects.Analysis.DiagnosticsOf(project)).ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("FHN1006");
        diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldContain($"{what} differs");
    }

    [Fact]
    public async Task An_annotation_under_a_symbol_that_the_scan_missed_is_an_error()
    {
        var project = NarrationProject.Of(
            Using + $$"""partial class Intro { {{Good}} }""" + "\n#if LONG\npartial class More { " + Good + " }\n#endif"
        );

        (await Projects.Analysis.Of(project.Built() with { Symbols = ["LONG"] })).ShouldBe(["FHN1005 'Narration(\"Hello.\")'"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#pragma warning disable\n")]
    public async Task An_annotation_that_a_generator_wrote_is_an_error(string pragma)
    {
        var project = InType(Good).Built();
        var other = project.Parse(
            "Other.Generator/Said.g.cs",
            pragma
                + "// <auto-generated/>\n"
                + Using
                + $$"""partial class Said { {{Good}} public static partial NarrationSegment Hello => null!; }"""
        );

        (await Projects.Analysis.Of(project, other)).ShouldBe(["FHN1001 'Hello'"]);

        // The implementation is another's, as our own generator does not see what it would have to implement.
        var alone = project.Parse(
            "Other.Generator/Said.g.cs",
            pragma + "// <auto-generated/>\n" + Using + $$"""partial class Said { {{Good}} }"""
        );
        (await Projects.Analysis.Of(project, alone)).ShouldBe(["FHN1005 'Narration(\"Hello.\")'", "CS9248 'Hello'"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_manifest_the_first_annotation_says_so()
    {
        var project = NarrationProject.Of(Using, Using + $$"""partial class A { {{Good}} } partial class B { {{Good}} }""");

        var diagnostic = (await Projects.Analysis.DiagnosticsOf(project)).ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("FHN1005");
        diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldContain("build assets");
    }

    [Fact]
    public async Task Two_annotations_of_one_id_are_reported_at_both_in_an_editor()
    {
        var project = NarrationProject.Of(
            Using + $$"""partial class Intro { {{Good}} }""",
            Using + $$"""partial class intro { {{Good}} } partial class Other { {{Good.Replace("\")", "\", Id = \"Fine\")")}} }"""
        );

        (await Projects.Analysis.Of(project.InEditor())).ShouldBe(["FHN1007 'Narration(\"Hello.\")'", "FHN1007 'Narration(\"Hello.\")'"]);
        (await Projects.Analysis.Of(project.Built())).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("namespace Lesson; class Narration { }", "Narration")]
    [InlineData("namespace Lesson; enum Narration { }", "Narration")]
    [InlineData("namespace Lesson.Narration { class C; }", "Narration")]
    public async Task A_clash_with_the_container_names_the_property(string source, string place)
    {
        var project = NarrationProject.Of(source).Built(NarrationProject.Item("Goal", "x"));

        var diagnostic = (await Projects.Analysis.DiagnosticsOf(project)).ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("FHN1016");
        diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldContain("NarrationClassName");
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).ShouldBe(place);
        (await Projects.Analysis.Of(project with { ClassName = "Said" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_package_s_own_namespace_cannot_be_the_container()
    {
        var project = (NarrationProject.Of() with { RootNamespace = "FlamingHorse" }).Built(NarrationProject.Item("Goal", "x"));

        (await Projects.Analysis.Of(project)).ShouldBe(["FHN1016 ''"]);
    }

    [Fact]
    public void The_analyzer_lists_what_it_reports() =>
        new Generator.Analysis.NarrationAnalyzer()
            .SupportedDiagnostics.Select(descriptor => descriptor.Id)
            .ShouldBe(
                ["FHN1001", "FHN1002", "FHN1003", "FHN1004", "FHN1005", "FHN1006", "FHN1007", "FHN1016", "FHN1018", "FHN1067"],
                ignoreOrder: true
            );

    private static NarrationProject InType(string member) =>
        NarrationProject.Of(Using + $"public static partial class Intro {{ {member} }}");
}
