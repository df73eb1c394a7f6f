using System.Globalization;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using Microsoft.CodeAnalysis.CSharp;

namespace FlamingHorse.Narration.Generator.Tests.Annotations;

/// <summary>Every wrong formula of the table, in each form of a literal: the error stands on the very signs.</summary>
public sealed class FormulaPlaceTests
{
    private static readonly List<string[]> _rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests/FlamingHorse.Narration.Script.Tests/Mathematics/wrong-formulas.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Where(row => row[0].Length > 0),
    ];

    public static TheoryData<string, Func<string, string>> Forms =>
        new()
        {
            { "regular", text => SymbolDisplay.FormatLiteral(text, quote: true) },
            { "verbatim", text => $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" },
            { "raw", text => $"\"\"\"\"{text}\"\"\"\"" },
            { "raw lines", text => $"\"\"\"\"\n        Before it,\n          {text}\n        \"\"\"\"" },
            { "sum", text => $"\"Some\\twords, \" + // and\n    (@\"more \" + {SymbolDisplay.FormatLiteral(text, quote: true)})" },
            { "mark", text => $"\"Say <mark name='it'/>\" + {SymbolDisplay.FormatLiteral(text, quote: true)}" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_wrong_formula_is_reported_at_its_signs(string form, Func<string, string> write)
    {
        _rows.Count.ShouldBeGreaterThanOrEqualTo(40);
        foreach (var row in _rows)
        {
            var source =
                $"static partial class Intro\n{{\n    [Narration({write($"It is \\({row[0]}\\) here.")})]\n"
                + "    static partial NarrationSegment Goal { get; }\n}\n";
            var wrong = row[0].Substring(Offset(row[2]), Offset(row[3]));

            var finding = Check(source);

            finding.Kind.ShouldBe(ScriptFindings.InvalidFormula, $"{form}: {row[0]}");
            From(source, finding.Place!).ShouldStartWith(Written(form, wrong), Case.Sensitive, $"{form}: {row[0]}");
        }
    }

    [Theory]
    [InlineData("\"A\\u0041\\x41\\U0001D53C$\\\\foo$\"", "\\\\foo")]
    [InlineData("@\"two\r\nlines \"\"said\"\" $\\foo$\"", "\\foo")]
    [InlineData("\"\"\"\r\n  a\r\n\r\n   $x \\foo$\r\n  \"\"\"", "\\foo")]
    [InlineData("Start + \"$\\\\foo$\"", "\\\\foo")]
    [InlineData("\"all of \" + Formula", "\\foo")]
    public void Escapes_line_ends_and_constants_are_seen_through(string literal, string wrong)
    {
        var source =
            $"static partial class Intro\n{{\n    const string Start = \"Well, \"; const string Formula = @\"$\\foo$\";\n    "
            + $"[Narration({literal})]\n"
            + "    static partial NarrationSegment Goal { get; }\n}\n";

        From(source, Check(source).Place!).ShouldStartWith(wrong + "$", Case.Sensitive);
    }

    private static Finding Check(string source)
    {
        var segments = AnnotationScan.Read("Scene.cs", source, new ScanSettings("", "13.0", [], []), CancellationToken.None).Segments;
        return ScriptChecks.Check(segments)[0];
    }

    private static string Written(string form, string text) =>
        form switch
        {
            "regular" or "sum" or "mark" => SymbolDisplay.FormatLiteral(text, quote: false).Replace("\"", "\\\"", StringComparison.Ordinal),
            "verbatim" => text.Replace("\"", "\"\"", StringComparison.Ordinal),
            _ => text,
        };

    private static int Offset(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string From(string source, SourcePlace place)
    {
        place.EndLine.ShouldBe(place.Line);
        place.EndColumn.ShouldBeGreaterThan(place.Column);
        return source.Split('\n')[place.Line - 1][(place.Column - 1)..];
    }
}
