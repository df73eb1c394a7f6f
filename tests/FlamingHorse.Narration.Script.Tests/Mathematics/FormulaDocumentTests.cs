using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class FormulaDocumentTests
{
    private const string Begin = "<!-- readings -->\n";
    private const string End = "<!-- /readings -->\n";

    [Fact]
    public void The_page_shows_the_readings_of_the_table()
    {
        var path = Path.Combine(Repository.Root, "docs", "mathematics.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var current = page[..begin] + Table() + page[end..];
        if (Environment.GetEnvironmentVariable("FLAMING_HORSE_WRITE_DOCS") == "1")
            File.WriteAllText(path, current);

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(current, "run this test with FLAMING_HORSE_WRITE_DOCS=1");
    }

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (var section in FormulaTable.Rows.GroupBy(row => row.Section))
        {
            table.Append("\n### ").Append(section.Key).Append("\n\n| LaTeX | English | caption | German |\n|---|---|---|---|\n");
            foreach (var row in section)
                table.Append(CultureInfo.InvariantCulture, $"| {Code(row.Latex)} | {row.English} | {Cell(row.Caption)} | {row.German} |\n");
        }
        return table.Append('\n').ToString();
    }

    private static string Code(string latex) => $"`{latex.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
