using System.Diagnostics;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Scripts;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Bridge.Tests.ScriptFiles;

public sealed class PythonScriptTests
{
    private const string Whole = """"
        # -*- coding: utf-8 -*-
        """The script of the lesson."""
        from __future__ import annotations
        import os

        __all__ = ["SCRIPT"]

        SCRIPT: dict[str, str] = {  # one entry a scene
            "scene_01_intro": "Welcome to this video.",
            'scene_02_rule': """Each entry sums
            the products of a "row" and a column.""",   # with a comment, and a { brace
            "scene_03_long": (
                "One string "
                'and another, '
                r"and a raw \n one"
            ),
            "scene_04_escapes": "a\ttab, a quote \", \x41, \u00e9, \U0001F40E, \101 and \
        the line goes on",
            "scene_05_" "joined": '''It's "here".''',
        }


        def text_of(key):
            return SCRIPT[key]


        if __name__ == "__main__":
            print(SCRIPT)
        """";

    [Fact]
    public void Every_form_of_a_literal_is_read_as_Python_reads_it()
    {
        var script = new ScriptOf("narration_script.py", Whole);

        script.Findings.ShouldBeEmpty();
        script.Texts.ShouldBe(Python(Whole));
        script.Segments.Count.ShouldBe(5);
        script.Segments.ShouldAllBe(s => s.Origin == SegmentOrigin.ScriptFile);
    }

    [Fact]
    public void A_segment_knows_where_its_key_is()
    {
        var segment = new ScriptOf("narration_script.py", Whole).Segments[1];

        (segment.Place.Line, segment.Place.Column).ShouldBe((10, 5));
        segment.Place.File.ShouldEndWith("narration_script.py");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_other_systems_change_neither_texts_nor_places(string lineEnd)
    {
        var other = new ScriptOf("narration_script.py", Whole.Replace("\n", lineEnd, StringComparison.Ordinal));

        other.Texts.ShouldBe(new ScriptOf("narration_script.py", Whole).Texts);
        other.Segments[1].Place.Line.ShouldBe(10);
    }

    [Theory]
    [InlineData("SCRIPT = {\n  \"a\": __import__('os').system('touch ran'),\n}", "FHN1021(2,8)")]
    [InlineData("SCRIPT = {\n  \"a\": open('ran', 'w').name,\n  \"b\": \"Read.\",\n}", "FHN1021(2,8)")]
    [InlineData("SCRIPT = {\"a\": f\"{1 + 1}\"}", "FHN1021(1,16)")]
    [InlineData("SCRIPT = {\"a\": \"x\" + \"y\"}", "FHN1021(1,20)")]
    [InlineData("SCRIPT = {\"a\": \"x\".upper()}", "FHN1021(1,19)")]
    [InlineData("SCRIPT = {\"a\": 12}", "FHN1021(1,16)")]
    [InlineData("SCRIPT = {\"a\": None, **other}", "FHN1021(1,16) FHN1021(1,22)")]
    [InlineData("SCRIPT = {key: \"x\"}", "FHN1021(1,11)")]
    [InlineData("SCRIPT = {\"a\": b\"x\"}", "FHN1021(1,16)")]
    [InlineData("SCRIPT = {\"a\": \"\\N{BULLET}\"}", "FHN1021(1,16)")]
    [InlineData("SCRIPT = dict(a=\"x\")", "FHN1021(1,10)")]
    [InlineData("SCRIPT = {\"a\": \"x\"} | other", "FHN1021(1,21)")]
    [InlineData("SCRIPT = {\"a\": \"x\"}\nSCRIPT[\"b\"] = \"y\"", "FHN1021(2,1)")]
    [InlineData("SCRIPT = {\"a\": \"x\"}\nSCRIPT.update(more)", "FHN1021(2,1)")]
    [InlineData("SCRIPT = {\"a\": \"x\"}\nSCRIPT = {\"a\": \"y\"}", "FHN1021(2,1)")]
    [InlineData("SCRIPT = {\"a\": \"x\"}\nfor key in list(SCRIPT):\n    SCRIPT[key] = ''", "FHN1021(2,17)")]
    [InlineData("SCRIPT = {\n  \"a\": \"x\n}", "FHN1021(2,8)")]
    [InlineData("SCRIPT = {\n  \"a\": \"x\"\n", "FHN1021(1,10)")]
    [InlineData("SCRIPT = {\"a\": \"x\"]", "FHN1021(1,19)")]
    [InlineData("SCENES = {\"a\": \"x\"}", "FHN1060(1,1) FHN1021(0,0)")]
    [InlineData("def f():\n    SCRIPT = {\"a\": \"x\"}\n", "FHN1021(0,0)")]
    [InlineData("import os\nos.system('touch ran')\nSCRIPT = {\"a\": \"x\"}", "FHN1060(2,1)")]
    public void What_is_not_a_literal_is_reported_at_its_place_and_never_executed(string source, string expected)
    {
        var script = new ScriptOf("narration_script.py", source);

        string.Join(' ', script.Places).ShouldBe(expected);
        File.Exists("ran").ShouldBeFalse();
    }

    [Fact]
    public void After_an_entry_that_is_not_a_literal_the_next_is_read()
    {
        var script = new ScriptOf("narration_script.py", "SCRIPT = {\n \"a\": f(1, [2, 3], {4: 5}),\n \"b\": \"Read.\",\n}");

        script.Texts.ShouldBe([("b", "Read.")]);
        script.Findings.ShouldHaveSingleItem().Message.ShouldContain("nothing is executed");
    }

    [Fact]
    public void A_duplicate_key_is_reported_at_both_places()
    {
        var script = new ScriptOf("narration_script.py", "SCRIPT = {\n  \"a\": \"One.\",\n  \"a\": \"Two.\",\n}");

        var findings = ScriptChecks.Check(script.Segments);

        findings.Select(f => (f.Kind.Code, f.Place!.Line)).ShouldBe([("FHN1007", 2), ("FHN1007", 3)]);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder["narration_script.py"];
        File.WriteAllBytes(path, "SCRIPT = {'a': 'caf\xE9'}".Select(c => (byte)c).ToArray());
        var findings = new List<Finding>();

        ScriptFile.Read(path, findings).ShouldBeEmpty();

        findings.ShouldHaveSingleItem().Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_missing_file_is_reported_at_its_item()
    {
        var findings = new List<Finding>();

        ScriptFile.Read("/nowhere/narration_script.py", findings).ShouldBeEmpty();

        findings.ShouldHaveSingleItem().Message.ShouldContain("NarrationScript");
    }

    /// <summary>Python's own reading of the dictionary.</summary>
    private static List<(string, string)> Python(string source)
    {
        const string program = """
            import ast, json, sys
            for node in ast.parse(sys.stdin.buffer.read()).body:
                if isinstance(node, ast.AnnAssign) and node.target.id == "SCRIPT":
                    sys.stdout.write(json.dumps([[k, v] for k, v in ast.literal_eval(node.value).items()]))
            """;
        var start = new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var python = Process.Start(start)!;
        python.StandardInput.BaseStream.Write(System.Text.Encoding.UTF8.GetBytes(source));
        python.StandardInput.Close();
        var pairs = JsonSerializer.Deserialize<string[][]>(python.StandardOutput.ReadToEnd())!;
        return [.. pairs.Select(pair => (pair[0], pair[1]))];
    }
}
