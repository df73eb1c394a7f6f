using FlamingHorse.Narration.Engine.Scripts;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Bridge.Tests.ScriptFiles;

/// <summary>Formulas in the files of scripts: they keep their signs, and what is wrong is told at its own column.</summary>
public sealed class FormulaScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "a.md",
        "# Intro\n\nNow **read** $a_i*b_j*c_k$ as\n  it \\(\\{x\\}\\) is, *here*.\n",
        @"Now read $a_i*b_j*c_k$ as it \(\{x\}\) is, here."
    )]
    [InlineData("a.py", "SCRIPT = {\"Intro\": r\"Now $\\frac12$ of\" \" it\"}\n", @"Now $\frac12$ of it")]
    [InlineData("a.json", "{\"Intro\": \"Now $\\\\frac12$ of it\"}", @"Now $\frac12$ of it")]
    [InlineData("b.md", "# Intro\n\nIt costs \\$5 and $6, or 7$ a day.\n", @"It costs \$5 and $6, or 7$ a day.")]
    [InlineData("c.md", "# Intro\n\nIt costs \\$5.\n", "It costs $5.")]
    public void A_formula_is_kept_character_by_character(string name, string content, string text) =>
        Read(name, content).ShouldHaveSingleItem().Text.ShouldBe(text);

    [Theory]
    [InlineData("a.md", "# Intro\n\nNow **bold** words,\n  then *more* $x+\\foo$ here.\n", 4, 18)]
    [InlineData("a.md", "# Intro\n\nNow **bold** $x+\n  1+\\foo$ here.\n", 4, 5)]
    [InlineData("a.py", "SCRIPT = {\n  \"Intro\": \"Ta\\tb \" r\"and $x+\\foo$\",\n}\n", 2, 30)]
    [InlineData("a.py", "SCRIPT = {\"Intro\": \"\"\"Two\nlines \\x41 $\\\\foo$\"\"\"}\n", 2, 13)]
    [InlineData("a.json", "{\n  \"Intro\": \"A \\\"b\\\" \\u0041 $x+\\\\foo$\"}", 2, 31)]
    public void A_mistake_is_reported_at_its_column(string name, string content, int line, int column)
    {
        var finding = ScriptChecks.Check(Read(name, content)).ShouldHaveSingleItem();

        finding.Kind.ShouldBe(ScriptFindings.InvalidFormula);
        (finding.Place!.Line, finding.Place.Column).ShouldBe((line, column));
        finding.Message.ShouldContain(@"\foo");
    }

    private IReadOnlyList<ScriptSegment> Read(string name, string content)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, content);
        var findings = new List<Finding>();
        var segments = ScriptFile.Read(path, findings);
        findings.ShouldBeEmpty();
        return segments;
    }
}
