using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Bridge.Tests.ScriptFiles;

public sealed class OtherScriptTests
{
    [Fact]
    public void JSON_gives_one_segment_per_entry_at_its_place()
    {
        var script = new ScriptOf(
            "script.json",
            "{\n  \"Intro.Welcome\": \"Welcome \\u2014 caf\\u00e9.\",\n  \"Intro.Ä\": \"x\", \"Intro.Rule\": \"y\"\n}\n"
        );

        script.Findings.ShouldBeEmpty();
        script.Texts.ShouldBe([("Intro.Welcome", "Welcome — café."), ("Intro.Ä", "x"), ("Intro.Rule", "y")]);
        script.Segments.Select(s => (s.Place.Line, s.Place.Column)).ShouldBe([(2, 3), (3, 3), (3, 19)]);
    }

    [Theory]
    [InlineData("[\"a\"]", "FHN1021(1,1)")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": {\"c\": 2},\n  \"d\": \"x\"}", "FHN1021(2,8) FHN1021(3,8)")]
    [InlineData("{\n  \"a\": \"x\"\n  \"b\": \"y\"}", "FHN1021(3,3)")]
    [InlineData("{\"a\": \"\\ud800\"}", "FHN1021(1,7)")]
    public void JSON_that_is_not_a_script_is_reported_at_its_place(string content, string expected) =>
        string.Join(' ', new ScriptOf("script.json", content).Places).ShouldBe(expected);

    [Fact]
    public void Markdown_headings_are_scopes_and_their_paragraphs_segments()
    {
        var script = new ScriptOf(
            "script.md",
            """
            ---
            title: Matrices
            ---
            # Scenes
            <!-- a note to the author
            over two lines -->
            ## Intro

            ### Welcome
            Welcome to this **video** on
            `matrix` *multiplication*, see [here](https://example.org).

            ### The rule! {#rule}
            Each entry sums a <mark name='row'/>row\*.

            ```python
            # not a heading
            ```
            ***
            ## Outro
            ### 1.2 What's next?
            Rows and columns_of_numbers.
            """
        );

        script.Findings.ShouldBeEmpty();
        script.Texts.ShouldBe([
            ("Scenes.Intro.Welcome", "Welcome to this video on matrix multiplication, see here."),
            ("Scenes.Intro.rule", "Each entry sums a <mark name='row'/>row*."),
            ("Scenes.Outro.1 2 What s next", "Rows and columns_of_numbers."),
        ]);
        script.Segments.Select(s => s.Place.Line).ShouldBe([10, 14, 22]);
        ScriptChecks.Check(script.Segments).ShouldNotContain(finding => finding.Kind.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void Markdown_underlined_headings_are_headings()
    {
        new ScriptOf("script.md", "Intro\n=====\n\nWelcome\n-------\nHello.\n").Texts.ShouldBe([("Intro.Welcome", "Hello.")]);
    }

    [Theory]
    [InlineData("# A\nOne.\n\nTwo.\n", "FHN1021(4,1)")]
    [InlineData("Before.\n\n# A\nOne.\n", "FHN1060(1,1)")]
    [InlineData("# A\nOne.\n\n- a list\n- goes on\n\n> quoted\n", "FHN1060(4,1) FHN1060(7,1)")]
    [InlineData("# A\n## ???\nOne.\n", "FHN1021(2,1) FHN1021(3,1)")]
    public void Markdown_that_is_not_spoken_is_reported(string content, string expected) =>
        string.Join(' ', new ScriptOf("script.md", content).Places).ShouldBe(expected);

    [Fact]
    public void Another_kind_of_file_is_refused() => new ScriptOf("script.txt", "Hello.").Places.ShouldBe(["FHN1021(0,0)"]);
}
